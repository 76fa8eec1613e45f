/// One vendor's window cut along one dimension, for example by channel.
public struct DimensionCut: Hashable, Sendable {
  /// Of a dimension with more levels, a page and a Markdown report list so many; the table has all.
  public static let mostListed = 50

  /// The configured dimension.
  public let dimension: String
  /// One cell for each level, sorted by the level's bytes.
  public let levels: [CellMeasures]

  /// The levels that a reader is shown: all, or those with most responses.
  public var listed: [CellMeasures] { largest(DimensionCut.mostListed) }

  /// How many levels stand in the table only.
  public var unlistedCount: Int { max(0, levels.count - DimensionCut.mostListed) }

  /// The `count` levels with most responses, by their bytes among equals, in the order of all levels.
  ///
  /// Levels too small to be shown come last.
  func largest(_ count: Int) -> [CellMeasures] {
    guard levels.count > count else { return levels }
    let responses = levels.map { $0.responses ?? -1 }
    let ranked = levels.indices.sorted { (-responses[$0], $0) < (-responses[$1], $1) }
    return ranked.prefix(count).sorted().map { levels[$0] }
  }
}
