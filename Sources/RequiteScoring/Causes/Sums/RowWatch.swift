import RequiteModel

/// Keeps the rows of some numbers while changes are summed.
struct RowWatch {
  private(set) var rows: [MeasureKey: [ChangedRow]] = [:]
  private let keys: Set<MeasureKey>
  private let words: Plan
  /// What each cell and metric that was met is called, `nil` where nobody asked for it.
  private var known: [CellMetric: MeasureKey?] = [:]

  private struct CellMetric: Hashable {
    let cell: Cell
    let metric: CausedMetric
  }

  /// Watches the rows of numbers; a number that is no ratio of sums has none.
  init(_ keys: Set<MeasureKey>, words: Plan) {
    self.keys = keys
    self.words = words
  }

  /// Whether nobody asked for rows.
  var isEmpty: Bool { keys.isEmpty }

  /// Keeps a row, where its number was asked for.
  mutating func append(
    _ old: MetricValues.Value, _ new: MetricValues.Value, in cell: Cell, cause: Cause, customer: Pseudonym
  ) {
    guard let key = key(of: CellMetric(cell: cell, metric: new.metric)) else { return }
    rows[key, default: []].append(
      ChangedRow(
        customer: customer, cause: cause, before: .init(numerator: old.numerator, denominator: old.denominator),
        after: .init(numerator: new.numerator, denominator: new.denominator), metric: key.metric))
  }

  private mutating func key(of part: CellMetric) -> MeasureKey? {
    if let known = known[part] { return known }
    let key = CellName(part.cell, plan: words).metric(part.metric.name)
    let wanted = keys.contains(key) ? key : nil
    known[part] = .some(wanted)
    return wanted
  }
}
