import RequiteModel
import RequiteStatistics

/// The score with weights fitted to known shares of the population: METHODS B6.
///
/// Beside it, for every level of every margin, the share reached. Where no weights can be fitted the score is null
/// (`not_converged`), and diagnostics say what stands in the way: levels with a share but without anybody, respondents on
/// levels without a share, or how far the shares stayed from what was asked.
struct RakingFinish: CubePart {
  private let answers: [UInt32: RakedAnswers]
  private let plan: Plan

  init(tables: StateTables, loyalty: LoyaltyTables, plan: Plan) {
    self.plan = plan
    guard let cells = MarginCells(plan: plan) else {
      answers = [:]
      return
    }
    var found: [UInt32: [(key: RakingKey, counts: RakingCounts)]] = [:]
    for (words, values) in tables[.raking].sorted() {
      guard let key = RakingKey(words: words), loyalty.isPublished(key.scale, .nps, vendor: key.vendor) else {
        continue
      }
      found[key.vendor, default: []].append((key, RakingCounts(values: values)))
    }
    let margins = RakingTargets(plan: plan, cells: cells)
    answers = found.mapValues { RakedAnswers($0, targets: margins, settings: plan.settings.raking) }
  }

  func rows(of cell: Cell) throws(FinishFailure) -> [CubeRow] {
    guard let answers = answers[cell.vendor] else { return [] }
    let name = CellName(cell, plan: plan)
    if cell.isHeadline {
      return try ([score(answers, name)] + diagnostics(answers, name)).map {
        CubeRow($0, of: .respondents(.nps), in: cell)
      }
    }
    guard cell.period == 0, cell.dimension > 0 else { return [] }
    let margin = plan.settings.namedDimensions[Int(cell.dimension) - 1]
    guard let level = answers.achieved(margin: margin, code: Int(cell.level)) else { return [] }
    // `n` is of all levels: how many are on one would tell of a hidden sibling.
    let measure = Measure(
      key: name.metric("diagnostics.raking_share"), estimate: level.share, n: answers.respondents,
      reason: level.share == nil ? .notConverged : nil)
    return [CubeRow(measure, basis: [.cell(.respondents(.nps), cell), .people(level.respondents)])]
  }

  private func score(_ answers: RakedAnswers, _ name: CellName) throws(FinishFailure) -> Measure {
    let key = name.metric("loyalty.nps_raked")
    guard answers.isConverged else {
      return Measure(key: key, estimate: nil, n: answers.respondents, reason: .notConverged)
    }
    let strata = answers.strata(plan: plan)
    let ratio = try WeightedRatio(
      strata: strata, settings: plan.settings, over: .netShares, alike: answers.weightedShares, vendor: name.vendor)
    let interval = ratio.interval?.scaled(by: 100)
    let sums = strata.reduce(into: ClusterMoments()) { $0 += $1.1.domain }
    return Measure(
      key: key, estimate: ratio.ratio.map { $0 * 100 }, standardError: ratio.standardError.map { $0 * 100 },
      low: interval?.low, high: interval?.high, numerator: Double(sums.y) / 1_000_000,
      denominator: Double(sums.w) / 1_000_000, n: answers.respondents, reason: Reason(ratio.reason))
  }

  private func diagnostics(_ answers: RakedAnswers, _ name: CellName) -> [Measure] {
    let deviation = answers.fit?.largestDeviation
    return [
      Measure(
        key: name.metric("diagnostics.raking_deviation"), estimate: deviation, n: answers.respondents,
        reason: deviation == nil ? .notConverged : nil),
      Measure(
        key: name.metric("diagnostics.raking_unreachable"), estimate: Double(answers.unreachable),
        n: answers.respondents),
      Measure(
        key: name.metric("diagnostics.raking_untargeted"), estimate: Double(answers.untargeted),
        n: answers.respondents),
    ]
  }
}
