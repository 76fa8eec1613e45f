/// The contents of a state file: tallies by name and first-answer curves by cell.
///
/// A plain container. What the names are and what the keys and values mean is up to the stage that scores; files and
/// merges need not know. Merging is associative and commutative, so states may meet in any order (METHODS B16).
public struct StateTables: Sendable {
  /// Sums of whole numbers, by the tally's name.
  public var tallies: [String: Tally] = [:]
  /// Waits for the first answer, by cell.
  public var curves: [Cell: Histogram] = [:]

  /// Creates empty tables.
  public init() {}

  /// Adds all of `other`, which was made under the same plan.
  public mutating func merge(_ other: StateTables) {
    for (name, tally) in other.tallies {
      if tallies[name] == nil { tallies[name] = Tally(keyWidth: tally.keyWidth, valueWidth: tally.valueWidth) }
      tallies[name]?.merge(tally)
    }
    for (cell, histogram) in other.curves { curves[cell, default: Histogram()].merge(histogram) }
  }

  /// The tallies that hold anything, by the UTF-8 bytes of their names.
  public func sortedTallies() -> [(name: String, tally: Tally)] {
    tallies.filter { $0.value.count > 0 }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { (name: $0.key, tally: $0.value) }
  }

  /// The curves that hold anything, by cell: vendor, dimension, level, period.
  public func sortedCurves() -> [(cell: Cell, bins: [Histogram.Bin])] {
    curves.map { (cell: $0.key, bins: $0.value.bins) }
      .filter { !$0.bins.isEmpty }
      .sorted { $0.cell.words.lexicographicallyPrecedes($1.cell.words) }
  }
}

extension StateTables: Equatable {
  /// Whether both hold the same sums; a tally or a curve without entries counts as absent.
  public static func == (left: StateTables, right: StateTables) -> Bool {
    left.sortedTallies().elementsEqual(right.sortedTallies()) { $0.name == $1.name && $0.tally == $1.tally }
      && left.sortedCurves().elementsEqual(right.sortedCurves()) { $0.cell == $1.cell && $0.bins == $1.bins }
  }
}
