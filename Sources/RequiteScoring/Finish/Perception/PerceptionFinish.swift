import RequiteModel
import RequiteStatistics

/// What a vendor says of itself less what its customers say to the same wording: METHODS B14.
///
/// All surveys that both sides answered on one scale count together. Where answers have different weights the interval is
/// that of two ratios of clusters, otherwise Newcombe's of two shares.
struct PerceptionFinish: CubePart {
  private let sides: [UInt32: Sides]
  private let plan: Plan

  /// What both sides said.
  private struct Sides {
    var vendor = PerceptionMoments()
    var customers = PerceptionMoments()
  }

  init(tables: StateTables, plan: Plan) {
    self.plan = plan
    let moments = PerceptionTables(tables).moments
    var sides: [UInt32: Sides] = [:]
    for (key, own) in moments where key.instrument == .`self` {
      guard let customers = moments[key.asked(.csat)] else { continue }
      sides[key.vendor, default: Sides()].vendor += own
      sides[key.vendor, default: Sides()].customers += customers
    }
    self.sides = sides
  }

  func rows(of cell: Cell) -> [CubeRow] {
    guard cell.isHeadline, let sides = sides[cell.vendor] else { return [] }
    let name = CellName(cell, plan: plan)
    let people = [sides.vendor, sides.customers].map { Int64($0.totals.respondents) }
    // The vendor's own people know each other.
    let basis = [CubeRow.Basis.employees(people[0]), .people(people[1])]
    return [
      CubeRow(gap(sides, people, name), basis: basis),
      CubeRow(share("vendor_good", sides.vendor, name), basis: basis),
      CubeRow(share("customer_good", sides.customers, name), basis: basis),
    ]
  }

  private func gap(_ sides: Sides, _ people: [Int64], _ name: CellName) -> Measure {
    let key = name.metric("perception.gap")
    guard sides.vendor.isWeighted || sides.customers.isWeighted else {
      let gap = ShareDifference(sides.vendor.proportion, sides.customers.proportion)
      return Measure(
        key: key, estimate: gap.difference, low: gap.interval?.low, high: gap.interval?.high, n: people.reduce(0, +),
        reason: Reason(gap.reason))
    }
    let gap = RatioDifference.independent(
      sides.customers.estimate, sides.vendor.estimate, bounds: .shareDifferences)
    return Measure(
      key: key, estimate: gap.difference, standardError: gap.standardError, low: gap.interval?.low,
      high: gap.interval?.high, n: people.reduce(0, +), reason: Reason(gap.reason))
  }

  private func share(_ metric: String, _ side: PerceptionMoments, _ name: CellName) -> Measure {
    let estimate = side.isWeighted ? side.estimate : nil
    let interval = estimate.map(\.interval) ?? side.proportion.wilsonInterval
    return Measure(
      key: name.metric("perception.\(metric)"), estimate: estimate.map(\.ratio) ?? side.proportion.estimate,
      standardError: estimate?.standardError, low: interval?.low, high: interval?.high,
      numerator: Double(side.totals.good) / 1_000_000, denominator: Double(side.totals.weight) / 1_000_000,
      n: Int64(side.totals.respondents), reason: Reason(estimate?.reason))
  }
}

extension PerceptionMoments {
  /// Whether respondents weigh differently: by Cauchy and Schwarz, n Σw² equals (Σw)² only where they do not.
  fileprivate var isWeighted: Bool {
    totals.respondents * totals.squares != totals.weight * totals.weight
  }

  fileprivate var proportion: Proportion {
    Proportion(successes: Int64(totals.goodRespondents), of: Int64(totals.respondents))
  }

  /// One stratum has no lonely ones among others, and no population: nothing can be refused.
  fileprivate var estimate: RatioEstimate {
    let alike = WeightedShares(
      promoters: totals.good, passives: totals.weight - totals.good, detractors: 0, squares: totals.squares)
    do {
      return try RatioEstimate.estimate(strata: [StratumMoments(domain: clusters)], bounds: .shares, alike: alike)
    } catch {
      preconditionFailure("a stratum without a population cannot be smaller than its sample")
    }
  }
}
