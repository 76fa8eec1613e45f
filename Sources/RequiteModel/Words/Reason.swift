/// Why a number is missing or needs care: the closed list of METHODS B0.6.
public enum Reason: String, CaseIterable, Sendable {
  /// Nothing to count.
  case noData = "no_data"
  /// Fewer than two independent units: no standard error.
  case tooFewForVariance = "n_lt_2"
  /// All units alike: the standard error is 0, the interval comes from the adjusted Wald formula.
  case zeroVariance = "zero_variance"
  /// Fewer people than may be shown.
  case smallCell = "small_cell"
  /// Fewer cases than the configured least denominator.
  case denominatorTooSmall = "den_lt_min"
  /// A pillar without a single component: no index.
  case pillarEmpty = "pillar_empty"
  /// Raking did not reach its margins.
  case notConverged = "not_converged"
  /// The curve does not fall to one half within the time observed.
  case notReached = "not_reached"
}
