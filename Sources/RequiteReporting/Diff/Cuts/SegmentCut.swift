import RequiteModel
import RequiteStatistics

/// Cuts the changes of a diff by a dimension: mix and rate, by Kitagawa (METHODS B5).
public struct SegmentCut {
  private let diff: VersionDiff

  /// Cuts `diff`.
  public init(_ diff: VersionDiff) {
    self.diff = diff
  }

  /// A table for every number that `selection` chooses, is a ratio, changed, and whose levels add up to it.
  ///
  /// Levels do not add up where one is hidden, or where cases belong to several; there is no table then, rather than one
  /// that leaves something out.
  public func tables(by dimension: String, _ selection: DiffSelection) -> [SegmentTable] {
    var whole = selection
    whole.dimensions = []
    let levels = Dictionary(grouping: diff.entries.filter { isLevel($0, dimension) }) { Place($0.key) }
    return diff.entries.filter(whole.contains).compactMap { entry in
      guard case .ratio(let scale) = entry.metric.makeup, entry.key.period == "window" else { return nil }
      return SegmentTable(entry, by: dimension, levels[Place(entry.key)] ?? [], scale: scale)
    }
  }

  private struct Place: Hashable {
    let vendor: [UInt8]
    let metric: String

    init(_ key: MeasureKey) {
      vendor = Array(key.vendor.utf8)
      metric = key.metric
    }
  }

  private func isLevel(_ entry: VersionDiff.Entry, _ dimension: String) -> Bool {
    entry.key.period == "window" && entry.key.dimension.hasSameBytes(as: dimension)
  }
}

extension SegmentTable {
  fileprivate init?(
    _ entry: VersionDiff.Entry, by dimension: String, _ levels: [VersionDiff.Entry], scale: Int64
  ) {
    guard let before = entry.numbers.before?.counts, let after = entry.numbers.after?.counts, before != after,
      !levels.isEmpty, levels.allSatisfy({ !$0.numbers.differenceDiscloses })
    else { return nil }
    let counts = levels.map { ($0.numbers.before?.counts ?? .zero, $0.numbers.after?.counts ?? .zero) }
    guard counts.reduce(.zero, { $0 + $1.0 }) == before, counts.reduce(.zero, { $0 + $1.1 }) == after,
      counts.allSatisfy({ $0.0.isRatio && $0.1.isRatio })
    else { return nil }
    let pairs = counts.map { SegmentPair(from: $0.0.sums, to: $0.1.sums) }
    guard let split = MixAndRate.split(pairs, aroundMean: true) else { return nil }
    let shown = ShownCut(entry, split, scale: Double(scale))
    key = entry.key
    self.dimension = dimension
    changeText = entry.changeText
    (rate, mix) = shown.totals
    self.levels = levels.enumerated().map { place, level in
      Level(
        name: level.key.level, shares: (share(counts[place].0, of: before), share(counts[place].1, of: after)),
        values: (level.beforeText.isEmpty ? "-" : level.beforeText, level.nowText.isEmpty ? "-" : level.nowText),
        rate: shown.rates[place], mix: shown.mixes[place])
    }
  }
}

private func share(_ counts: RatioCounts, of whole: RatioCounts) -> Double {
  Double(counts.denominator) / Double(whole.denominator)
}

extension RatioCounts {
  /// Whether it can be a segment: nothing negative below the line, and nothing above without anything below.
  fileprivate var isRatio: Bool { denominator > 0 || self == .zero }

  fileprivate var sums: (y: Int128, w: Int128)? { denominator > 0 ? (numerator, denominator) : nil }
}

/// Rates and mixes as shown: all of them add up to the change that is shown.
private struct ShownCut {
  let rates: [SegmentTable.Part]
  let mixes: [SegmentTable.Part]
  let totals: (rate: SegmentTable.Part, mix: SegmentTable.Part)

  init(_ entry: VersionDiff.Entry, _ split: MixAndRate, scale: Double) {
    let shown = DiffScale(entry.numbers)
    let values = (split.segments.map(\.rate) + split.segments.map(\.mix)).map { scale * $0 }
    let ends = [entry.numbers.before, entry.numbers.after].map { shown.units($0?.estimate ?? 0) }
    let units =
      ApportionedChange(from: ends[0], to: ends[1], parts: values, unitsPerOne: shown.unitsPerOne)?.parts
      ?? values.map(shown.units)
    let parts = zip(values, units).map { SegmentTable.Part(value: $0, text: shown.change($1)) }
    let count = split.segments.count
    (rates, mixes) = (Array(parts.prefix(count)), Array(parts.suffix(count)))
    totals = (
      SegmentTable.Part(value: scale * split.rate, text: shown.change(units.prefix(count).reduce(0, +))),
      SegmentTable.Part(value: scale * split.mix, text: shown.change(units.suffix(count).reduce(0, +)))
    )
  }
}
