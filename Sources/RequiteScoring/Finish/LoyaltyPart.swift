import RequiteModel
import RequiteStatistics

/// One cell's answers to one instrument, turned into measures.
struct LoyaltyPart {
  private let key: LoyaltyKey
  private let tables: LoyaltyTables
  private let plan: Plan
  private let name: CellName
  private let counts: LoyaltyCounts

  init(key: LoyaltyKey, tables: LoyaltyTables, plan: Plan) {
    self.key = key
    self.tables = tables
    self.plan = plan
    name = CellName(key.cell, plan: plan)
    counts = tables.counts(of: key)
  }

  /// The metrics of the instrument.
  func rows() throws(FinishFailure) -> [CubeRow] {
    switch key.instrument {
    case .nps:
      try [netPromoter(LoyaltyMetric.nps), weightedNet()] + categories() + [mean(LoyaltyMetric.meanScore)] + kish()
    case .enps: [netPromoter(LoyaltyMetric.enps)]
    case .csat: try [good(LoyaltyMetric.csatTop2), mean(LoyaltyMetric.csatMean)]
    case .ces: try [mean(LoyaltyMetric.cesMean)] + (key.scale == .effort ? [good(LoyaltyMetric.cesAgree)] : [])
    case .votes: try [netVotes()]
    case .`self`, .other: []
    }
  }

  private func row(_ measure: Measure) -> CubeRow {
    CubeRow(measure: measure, people: Int64(counts.respondents))
  }

  /// METHODS B2: unweighted, with the adjusted Wald interval around another centre than the estimate.
  private func netPromoter(_ metric: String) -> CubeRow {
    let score = NetPromoter(
      promoters: Int64(counts.promoters), passives: Int64(counts.passives), detractors: Int64(counts.detractors))
    let interval = score.adjustedWaldInterval?.scaled(by: 100)
    return row(
      Measure(
        key: name.metric(metric), estimate: score.estimate.map { $0 * 100 },
        standardError: score.standardError.map { $0 * 100 }, low: interval?.low, high: interval?.high,
        numerator: Double(score.promoters - score.detractors), denominator: Double(score.n), n: score.n,
        reason: Reason(score.reason)))
  }

  private func categories() -> [CubeRow] {
    [
      (LoyaltyMetric.promoters, counts.promoters), (LoyaltyMetric.passives, counts.passives),
      (LoyaltyMetric.detractors, counts.detractors),
    ].map { metric, count in
      row(Measure(key: name.metric(metric), estimate: Double(count), n: Int64(counts.respondents)))
    }
  }

  /// Kish's effect of unequal weights, METHODS B4.
  private func kish() -> [CubeRow] {
    let n = Int64(counts.respondents)
    let effect = DesignEffect(n: n, sumW: counts.weight, sumWW: counts.squaredWeights)
    let values = [(LoyaltyMetric.designEffect, effect.factor), (LoyaltyMetric.effectiveN, effect.effectiveSize)]
    return values.map { metric, value in
      row(Measure(key: name.metric(metric), estimate: value, n: n, reason: Reason(effect.reason)))
    }
  }
}

extension LoyaltyPart {
  private func weightedNet() throws(FinishFailure) -> CubeRow {
    try ratio(LoyaltyMetric.npsWeighted, .value, over: .netShares, times: 100, alike: netShares)
  }

  /// Votes are their own unit: a net of so many votes.
  private func netVotes() throws(FinishFailure) -> CubeRow {
    try ratio(LoyaltyMetric.votesNet, .value, over: .netShares, times: 100, alike: netShares, unit: 1)
  }

  private func good(_ metric: String) throws(FinishFailure) -> CubeRow {
    let sums = tables.sums(of: key)
    let alike = WeightedShares(
      promoters: sums.good, passives: sums.weight - sums.good, detractors: 0, squares: counts.squaredWeights)
    return try ratio(metric, .good, over: .shares, times: 1, alike: alike)
  }

  private func mean(_ metric: String) throws(FinishFailure) -> CubeRow {
    let bounds = Interval(low: Double(key.scale.lowest), high: Double(key.scale.highest))
    return try ratio(metric, .score, over: bounds, times: 1, alike: nil)
  }

  private var netShares: WeightedShares {
    WeightedShares(
      promoters: counts.promoterWeight, passives: counts.passiveWeight, detractors: counts.detractorWeight,
      squares: counts.squaredWeights)
  }

  /// A ratio of sums with its linearised variance, METHODS B4.
  private func ratio(
    _ metric: String, _ numerator: AnswerMoments.Numerator, over bounds: Interval, times factor: Double,
    alike: WeightedShares?, unit: Double = 1_000_000
  ) throws(FinishFailure) -> CubeRow {
    let strata = tables.strata(of: key, numerator, plan: plan)
    let estimate = try estimate(strata, over: bounds, alike: alike)
    let sums = strata.reduce(into: ClusterMoments()) { $0 += $1.1.domain }
    let interval = estimate.interval?.scaled(by: factor)
    return row(
      Measure(
        key: name.metric(metric), estimate: estimate.ratio.map { $0 * factor },
        standardError: estimate.standardError.map { $0 * factor }, low: interval?.low, high: interval?.high,
        numerator: Double(sums.y) / unit, denominator: Double(sums.w) / unit, n: Int64(counts.respondents),
        reason: Reason(estimate.reason)))
  }

  /// Under the policy `fail`, a lonely stratum leaves the estimate and takes its variance away.
  private func estimate(
    _ strata: [(name: String, StratumMoments)], over bounds: Interval, alike: WeightedShares?
  ) throws(FinishFailure) -> WeightedRatio {
    let policy = plan.settings.lonelyStratum
    let isLonely = policy == .fail && strata.contains { $0.1.clusters == 1 }
    do {
      let result = try RatioEstimate.estimate(
        strata: strata.map(\.1), lonely: isLonely ? .adjust : LonelyPolicy(policy), bounds: bounds, alike: alike)
      return isLonely ? WeightedRatio(withoutVariance: result) : WeightedRatio(result)
    } catch {
      throw failure(error, strata: strata.map(\.name))
    }
  }

  private func failure(_ failure: RatioFailure, strata: [String]) -> FinishFailure {
    switch failure {
    case .populationTooSmall(let stratum, let clusters, let population):
      .populationTooSmall(
        vendor: plan.vendors[Int(key.cell.vendor)], stratum: strata[stratum], clusters: clusters,
        population: population)
    case .lonelyStratum:
      preconditionFailure("lonely strata are looked for before the estimate")
    }
  }
}

/// An estimated ratio as it is published.
private struct WeightedRatio {
  let ratio: Double?
  let standardError: Double?
  let interval: Interval?
  let reason: Caveat?

  init(_ estimate: RatioEstimate) {
    ratio = estimate.ratio
    standardError = estimate.standardError
    interval = estimate.interval
    reason = estimate.reason
  }

  init(withoutVariance estimate: RatioEstimate) {
    ratio = estimate.ratio
    standardError = nil
    interval = nil
    reason = .tooFewForVariance
  }
}

extension LonelyPolicy {
  /// The estimator's name of a setting.
  fileprivate init(_ setting: LonelyStratum) {
    switch setting {
    case .adjust: self = .adjust
    case .remove: self = .remove
    case .average: self = .average
    case .fail: self = .fail
    }
  }
}
