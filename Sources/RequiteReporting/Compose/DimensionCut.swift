/// One vendor's window cut along one dimension, for example by channel.
public struct DimensionCut: Hashable, Sendable {
  /// The configured dimension.
  public let dimension: String
  /// One cell for each level, sorted by the level's bytes.
  public let levels: [CellMeasures]
}
