/// Why a result is missing or needs care: the names of METHODS B0.6 that arise in an estimator.
///
/// Estimators never trap on small or empty data. They leave a value `nil` and say here why; `zeroVariance` alone also
/// stands beside values that are there.
public enum Caveat: String, CaseIterable, Sendable {
  /// Nothing to count.
  case noData = "no_data"
  /// Fewer than two independent units: no statement about chance.
  case tooFewForVariance = "n_lt_2"
  /// All units alike: the standard error is 0, which says little about the next unit.
  case zeroVariance = "zero_variance"
  /// Fewer cases than the least denominator.
  case denominatorTooSmall = "den_lt_min"
  /// A pillar without a single component.
  case pillarEmpty = "pillar_empty"
  /// An iteration ended before its result stood still.
  case notConverged = "not_converged"
  /// The curve does not fall to one half within the time observed.
  case notReached = "not_reached"
}
