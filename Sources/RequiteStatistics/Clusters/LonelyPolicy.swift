/// What a stratum with a single cluster adds to the variance, where nothing can be compared with anything.
///
/// The names are those of the option `survey.lonely.psu` of the R package survey (METHODS B4).
public enum LonelyPolicy: String, CaseIterable, Sendable {
  /// Its squared distance from 0 instead of from the stratum's mean: conservative on average. The default.
  case adjust
  /// Nothing.
  case remove
  /// As much as the other strata on average.
  case average
  /// The estimate is refused with `RatioFailure.lonelyStratum`.
  case fail
}
