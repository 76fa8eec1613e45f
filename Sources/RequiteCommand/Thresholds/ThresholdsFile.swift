/// A file of thresholds: how much numbers may change between two versions, as its author wrote it.
///
///     default: {abs: 0.05}
///     rules:
///     - {metric: loyalty.nps, restated_abs: 1.0, movement: noise}
///     - {cause: removed, rows: 100, level: warn}
///
/// Names are checked against those that exist, so that a slip of the pen is an error and not a rule that never applies.
public struct ThresholdsFile: Hashable, Sendable {
  /// The names that a file may use.
  public struct Names: Sendable {
    /// Metrics.
    public var metrics: [String]
    /// Whether a pattern, where `*` stands for any text, matches any metric.
    public var hasMetric: @Sendable (_ pattern: String) -> Bool
    /// Dimensions.
    public var dimensions: [String]
    /// Causes.
    public var causes: [String]

    /// Lists names.
    public init(
      metrics: [String], dimensions: [String], causes: [String], hasMetric: @escaping @Sendable (String) -> Bool
    ) {
      self.metrics = metrics
      self.hasMetric = hasMetric
      self.dimensions = dimensions
      self.causes = causes
    }
  }

  /// A decimal, held exactly and as it was written.
  public struct Limit: Hashable, Sendable {
    /// As written.
    public var text: String
    /// Its value, never negative.
    public var value: FixedDecimal
  }

  /// `default.abs`: changes up to this are no difference.
  public var tolerance: Limit?
  /// `default.restated_abs`: by how many points an old period may change before it is flagged.
  public var restatedFlag: Limit?
  /// `rules`: in the order of the file.
  public var rules: [Rule] = []
}

extension ThresholdsFile {
  /// One rule.
  public struct Rule: Hashable, Sendable {
    /// The line it begins in.
    public var line: Int
    /// `metric`: a name, where `*` stands for any text; `nil` for all.
    public var metric: String?
    /// `by`: a dimension, for its levels; `nil` for whole vendors.
    public var dimension: String?
    /// `min_n`: for numbers of at least so many units in both versions.
    public var minimumN: Int64 = 0
    /// `direction: worse`: only changes for the worse count.
    public var onlyWorse = false
    /// `abs`: how far a number may move.
    public var absolute: Limit?
    /// `rel`: how far it may move, as a part of what it was.
    public var relative: Limit?
    /// `restated_abs`: how far the old period may be restated.
    public var restated: Limit?
    /// `movement_abs`: how far a number may move because the period did.
    public var movement: Limit?
    /// `movement: noise`: only as far as chance explains.
    public var movementWithinNoise = false
    /// `settled_days`: only periods of the trend that had ended so many days before.
    public var settledDays: Int64?
    /// `cause`: whose facts are counted.
    public var cause: String?
    /// `rows`: how many facts the cause may change.
    public var rows: Int64?
    /// `level: warn`: said, and not more.
    public var isWarning = false
  }
}
