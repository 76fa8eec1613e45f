/// One published number with its uncertainty: a row of `measures.csv`.
public struct Measure: Hashable, Sendable {
  /// Which number of which part of whose data.
  public var key: MeasureKey
  /// The number, or `nil` with a `reason`.
  public var estimate: Double?
  /// Its standard error in the unit of the estimate, where there is one.
  public var standardError: Double?
  /// Lower end of the 95 % interval, where there is one.
  public var low: Double?
  /// Upper end of the 95 % interval, where there is one.
  public var high: Double?
  /// What was counted, where the number is a share or a mean.
  public var numerator: Double?
  /// Out of how much.
  public var denominator: Double?
  /// How many independent units (customers, threads) stand behind it.
  public var n: Int64
  /// Why there is no estimate, or why it should be read with care.
  public var reason: Reason?

  /// Creates a measure.
  public init(
    key: MeasureKey, estimate: Double?, standardError: Double? = nil, low: Double? = nil, high: Double? = nil,
    numerator: Double? = nil, denominator: Double? = nil, n: Int64, reason: Reason? = nil
  ) {
    self.key = key
    self.estimate = estimate
    self.standardError = standardError
    self.low = low
    self.high = high
    self.numerator = numerator
    self.denominator = denominator
    self.n = n
    self.reason = reason
  }
}

/// Names one number: vendor, dimension, level, period and metric.
public struct MeasureKey: Hashable, Sendable {
  /// The vendor's id as in the dumps.
  public var vendor: String
  /// `all`, or a configured dimension.
  public var dimension: String
  /// `*` for `all`, else the level's name.
  public var level: String
  /// `window`, or a trend period such as `2026-03`.
  public var period: String
  /// The metric, for example `loyalty.nps`.
  public var metric: String

  /// Creates a key; by default of the whole vendor over the whole window.
  public init(vendor: String, dimension: String = "all", level: String = "*", period: String = "window", metric: String)
  {
    self.vendor = vendor
    self.dimension = dimension
    self.level = level
    self.period = period
    self.metric = metric
  }
}

extension MeasureKey: Comparable {
  /// Orders by vendor, dimension, level, period, metric, each by its UTF-8 bytes.
  public static func < (left: MeasureKey, right: MeasureKey) -> Bool {
    let pairs = [
      (left.vendor, right.vendor), (left.dimension, right.dimension), (left.level, right.level),
      (left.period, right.period), (left.metric, right.metric),
    ]
    for (a, b) in pairs where !a.utf8.elementsEqual(b.utf8) {
      return a.utf8.lexicographicallyPrecedes(b.utf8)
    }
    return false
  }
}
