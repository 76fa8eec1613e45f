import RequiteModel

/// Why the change of a number is shown without its causes.
public enum NotSplit: Hashable, Sendable {
  /// Nobody compared the rows of both versions; the diff as a whole says why.
  case rowsNotCompared
  /// The number is no sum over rows.
  case noSumOfRows
  /// Only the window is divided, not the periods of a trend.
  case trendPeriod
  /// The values are hidden.
  case hidden
  /// The number stands in one version only, or has no value in one.
  case oneSided
  /// The number has no value at a point between both versions.
  case missingBetween
  /// Rows that it was counted from were forgotten since.
  case forgotten([ForgottenRows])
  /// Both versions count it on different scales.
  case otherScale
  /// What the causes did is not what happened: never divided wrongly.
  case sumsDiffer
}

extension NotSplit {
  /// The reason in words, behind `not split: `, for a metric.
  public func text(of metric: String) -> String {
    self == .noSumOfRows ? UndividedMetric.reason(metric) : text
  }

  /// The reason in words, whatever the metric.
  var text: String {
    switch self {
    case .rowsNotCompared: "its rows were not compared"
    case .noSumOfRows: "no sum over rows"
    case .trendPeriod: "a period of a trend"
    case .hidden: "hidden"
    case .oneSided: "it has a value on one side only"
    case .missingBetween: "it has no value in between"
    case .forgotten(let rows): rows.map(\.text).joined(separator: ", ")
    case .otherScale: "another scale"
    case .sumsDiffer: "the causes do not add up to the change"
    }
  }

  /// The reason for programs; it never changes.
  public var word: String {
    switch self {
    case .rowsNotCompared: "rows_not_compared"
    case .noSumOfRows: "no_sum_of_rows"
    case .trendPeriod: "trend_period"
    case .hidden: "hidden"
    case .oneSided: "one_sided"
    case .missingBetween: "missing_between"
    case .forgotten: "rows_forgotten"
    case .otherScale: "other_scale"
    case .sumsDiffer: "sums_differ"
    }
  }
}
