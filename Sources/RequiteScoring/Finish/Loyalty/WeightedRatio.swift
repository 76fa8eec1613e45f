import RequiteModel
import RequiteStatistics

/// An estimated ratio as it is published, under the operator's policy for lonely strata: METHODS B4.
///
/// Under the policy `fail`, a lonely stratum leaves the estimate and takes its variance away. From the second revision of
/// the stage `variance` on, a census is certain: nobody was left to chance, whatever a stratum's size.
struct WeightedRatio {
  /// Σy / Σw.
  let ratio: Double?
  /// Its standard error.
  let standardError: Double?
  /// Its 95 % interval.
  let interval: Interval?
  /// Why something is missing.
  let reason: Caveat?

  /// Estimates over strata with their names.
  ///
  /// - Throws: `FinishFailure.populationTooSmall`, naming `vendor`.
  init(
    strata: [(name: String, StratumMoments)], settings: Settings, over bounds: Interval, alike: WeightedShares?,
    vendor: String
  ) throws(FinishFailure) {
    let moments = strata.map(\.1)
    let isCensus = settings.method.revision(of: .variance) >= 2 && RatioEstimate.isCensus(moments)
    let policy = settings.lonelyStratum
    let isLonely = policy == .fail && !isCensus && moments.contains { $0.clusters == 1 }
    do {
      let result =
        isCensus
        ? RatioEstimate.census(strata: moments)
        : try RatioEstimate.estimate(
          strata: moments, lonely: isLonely ? .adjust : LonelyPolicy(policy), bounds: bounds, alike: alike)
      ratio = result.ratio
      standardError = isLonely ? nil : result.standardError
      interval = isLonely ? nil : result.interval
      reason = isLonely ? .tooFewForVariance : result.reason
    } catch {
      throw FinishFailure(error, strata: strata.map(\.name), vendor: vendor)
    }
  }
}

extension FinishFailure {
  /// The failure of an estimate over named strata.
  init(_ failure: RatioFailure, strata: [String], vendor: String) {
    switch failure {
    case .populationTooSmall(let stratum, let clusters, let population):
      self = .populationTooSmall(
        vendor: vendor, stratum: strata[stratum], clusters: clusters, population: population)
    case .lonelyStratum:
      preconditionFailure("lonely strata are looked for before the estimate")
    }
  }
}

extension LonelyPolicy {
  /// The estimator's name of a setting.
  init(_ setting: LonelyStratum) {
    switch setting {
    case .adjust: self = .adjust
    case .remove: self = .remove
    case .average: self = .average
    case .fail: self = .fail
    }
  }
}
