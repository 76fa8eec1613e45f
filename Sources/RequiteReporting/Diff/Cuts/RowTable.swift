import RequiteModel
import RequiteStatistics

/// The rows that moved one number most.
///
/// Rows of a cause that is not shown by itself, because too few stand behind it, are left out unless somebody who holds
/// the key asks for them.
public struct RowTable: Hashable, Sendable {
  /// A row and its part of the change.
  public struct Line: Hashable, Sendable {
    /// The row.
    public let row: CausedRow
    /// Its part, in the unit of the metric.
    public let points: Double
    /// The same, as shown.
    public let text: String
  }

  /// The number.
  public let key: MeasureKey
  /// The rows, the largest part first.
  public let lines: [Line]
  /// Rows that changed but are not listed.
  public let unlisted: Int64

  /// The `count` rows with the largest parts of the change of `entry`; `nil` for a number that is not divided by rows.
  ///
  /// - Complexity: memory for `count` rows, whatever their number.
  public init?(
    _ entry: VersionDiff.Entry, from source: any CausedRows, count: Int, reveals: Bool
  ) throws {
    guard case .ratio(let scale) = entry.metric.makeup, let before = entry.numbers.before?.counts, !entry.steps.isEmpty
    else { return nil }
    let parts = entry.steps.flatMap(\.parts)
    let shown = Set(parts.compactMap(\.cause))
    let means = StepMeans(entry.steps, from: before, scale: Double(scale))
    var (best, all) = ([Line](), Int64(0))
    try source.forEachRow(of: entry.key) { row in
      all += 1
      guard reveals || shown.contains(row.cause), let points = means.points(of: row) else { return }
      best.append(Line(row: row, points: points, text: RowTable.text(points, entry.metric.unit)))
      if best.count >= 2 * max(count, 512) { best = RowTable.largest(best, count) }
    }
    key = entry.key
    lines = RowTable.largest(best, count)
    unlisted = all - Int64(lines.count)
    guard !lines.isEmpty else { return nil }
  }

  private static func largest(_ lines: [Line], _ count: Int) -> [Line] {
    let sorted = lines.sorted { left, right in
      left.points.magnitude != right.points.magnitude
        ? left.points.magnitude > right.points.magnitude
        : (left.row.pseudonym, left.row.what) < (right.row.pseudonym, right.row.what)
    }
    return Array(sorted.prefix(count))
  }

  /// One decimal more than the number itself: a row is a small part of it.
  private static func text(_ points: Double, _ unit: MetricUnit) -> String {
    let scale = DiffScale(unit: unit, places: DiffScale.usualPlaces(unit) + 2)
    return scale.change(scale.units(points))
  }
}

extension ShownPart {
  /// The cause of a part that stands by itself.
  fileprivate var cause: Cause? {
    guard case .cause(let cause) = name, !hasFewRows else { return nil }
    return cause
  }
}

/// The means of each step, by which a row's part follows from what it changed.
private struct StepMeans {
  private var ends: [Coordinate: (from: RatioCounts, to: RatioCounts)] = [:]
  private let scale: Double

  init(_ steps: [ShownStep], from before: RatioCounts, scale: Double) {
    self.scale = scale
    var start = before
    for step in steps {
      let end = step.parts.reduce(start) {
        $0 + RatioCounts(numerator: $1.numerator ?? 0, denominator: $1.denominator ?? 0)
      }
      for coordinate in step.coordinates { ends[coordinate] = (start, end) }
      start = end
    }
  }

  /// (ΔN − M̄ ΔW) / W̄; `nil` for a cause of no step.
  func points(of row: CausedRow) -> Double? {
    guard let (from, to) = ends[row.cause.coordinate], from.denominator > 0, to.denominator > 0 else { return nil }
    let (first, last) = (Double(from.denominator), Double(to.denominator))
    let mean = (Double(from.numerator) / first + Double(to.numerator) / last) / 2
    return scale * (Double(row.numerator) - mean * Double(row.denominator)) / ((first + last) / 2)
  }
}
