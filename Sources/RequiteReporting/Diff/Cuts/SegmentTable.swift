import RequiteModel
import RequiteStatistics

/// A second cut of one change: how much of it the sizes of the segments made, and how much their own ratios.
///
/// It divides the same change that the causes divide, and is never added to them.
public struct SegmentTable: Hashable, Sendable {
  /// One level of the dimension.
  public struct Level: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its share of all cases, before and now; 0 where absent.
    public let shares: (before: Double, now: Double)
    /// Its own value, before and now, as shown; `-` where absent.
    public let values: (before: String, now: String)
    /// What its own change did.
    public let rate: Part
    /// What its size did.
    public let mix: Part
  }

  /// A part of the change.
  public struct Part: Hashable, Sendable {
    /// In the unit of the metric.
    public let value: Double
    /// As shown.
    public let text: String
  }

  /// The number that is cut, of the whole vendor over the window.
  public let key: MeasureKey
  /// The dimension.
  public let dimension: String
  /// The levels, sorted by name.
  public let levels: [Level]
  /// All rates together.
  public let rate: Part
  /// All mixes together.
  public let mix: Part
  /// The whole change, as shown.
  public let changeText: String
}

extension SegmentTable.Level {
  /// Whether both are the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.name == right.name && left.shares == right.shares && left.values == right.values && left.rate == right.rate
      && left.mix == right.mix
  }

  /// Feeds what tells levels apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(rate)
    hasher.combine(mix)
  }
}
