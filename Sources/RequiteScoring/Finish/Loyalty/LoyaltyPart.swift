import RequiteModel
import RequiteStatistics

/// One cell's answers to one instrument, turned into measures.
struct LoyaltyPart {
  private let key: LoyaltyKey
  private let tables: LoyaltyTables
  private let plan: Plan
  private let name: CellName
  private let counts: LoyaltyCounts
  /// The scale of the scores, `nil` where several count together.
  private let scale: ScoreScale?

  init(key: LoyaltyKey, tables: LoyaltyTables, plan: Plan) {
    self.key = key
    self.tables = tables
    self.plan = plan
    name = CellName(key.cell, plan: plan)
    counts = tables.counts(of: key)
    scale = tables.scoreScale(of: key.instrument, vendor: key.cell.vendor)
  }

  /// The metrics of the instrument.
  func rows() throws(FinishFailure) -> [CubeRow] {
    switch key.instrument {
    case .nps:
      try [netPromoter(LoyaltyMetric.nps), weightedNet()] + otherIntervals() + categories()
        + mean(LoyaltyMetric.meanScore) + kish()
    case .enps: [netPromoter(LoyaltyMetric.enps)]
    case .csat: try [good(LoyaltyMetric.csatTop2)] + mean(LoyaltyMetric.csatMean)
    case .ces: try mean(LoyaltyMetric.cesMean) + (scale == .effort ? [good(LoyaltyMetric.cesAgree)] : [])
    case .votes: try [netVotes()]
    case .`self`, .other: []
    }
  }

  private func row(_ measure: Measure) -> CubeRow {
    CubeRow(measure, of: .respondents(key.instrument), in: key.cell)
  }

  /// METHODS B2: unweighted, with the adjusted Wald interval around another centre than the estimate.
  private func netPromoter(_ metric: String) -> CubeRow {
    netPromoter(metric, counts.netPromoter.adjustedWaldInterval)
  }

  /// The same score with the interval of a score test and with the plain one, for comparison.
  private func otherIntervals() -> [CubeRow] {
    guard key.cell.isHeadline else { return [] }
    return [
      netPromoter(LoyaltyMetric.npsScore, counts.netPromoter.scoreInterval),
      netPromoter(LoyaltyMetric.npsWald, counts.netPromoter.waldInterval),
    ]
  }

  private func netPromoter(_ metric: String, _ interval: Interval?) -> CubeRow {
    let score = counts.netPromoter
    let interval = interval?.scaled(by: 100)
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

  /// Scores of different scales have no mean.
  private func mean(_ metric: String) throws(FinishFailure) -> [CubeRow] {
    guard let scale else { return [] }
    let bounds = Interval(low: Double(scale.lowest), high: Double(scale.highest))
    return [try ratio(metric, .score, over: bounds, times: 1, alike: nil)]
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
    let estimate = try WeightedRatio(
      strata: strata, settings: plan.settings, over: bounds, alike: alike, vendor: name.vendor)
    let sums = strata.reduce(into: ClusterMoments()) { $0 += $1.1.domain }
    let interval = estimate.interval?.scaled(by: factor)
    return row(
      Measure(
        key: name.metric(metric), estimate: estimate.ratio.map { $0 * factor },
        standardError: estimate.standardError.map { $0 * factor }, low: interval?.low, high: interval?.high,
        numerator: Double(sums.y) / unit, denominator: Double(sums.w) / unit, n: Int64(counts.respondents),
        reason: Reason(estimate.reason)))
  }
}
