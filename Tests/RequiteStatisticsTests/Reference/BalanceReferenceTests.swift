import Foundation
import RequiteStatistics
import Testing

/// The balance of given and returned, METHODS B14, and earned growth against exact fractions.
@Suite struct BalanceReferenceTests {
  /// The leaves asserted here.
  static let covers = [
    "balance/customers", "balance/quadrants/*", "balance/mean_given", "balance/mean_returned", "balance/gap",
    "balance/sum_min", "balance/reciprocity", "balance/null", "balance/rho", "balance/lin_ccc", "balance/pearson",
    "egr/nrr", "egr/enc", "egr/egr",
  ]

  @Test func agreementAgrees() throws {
    let expected = try Reference.python.node("balance")
    let sums = try LoyaltyBalance().sums
    #expect(Double(sums.n) == (try expected["customers"].double))
    #expect(isClose(sums.meanGiven, to: try expected["mean_given"].double))
    #expect(isClose(sums.meanReturned, to: try expected["mean_returned"].double))
    #expect(isClose(sums.meanGap, to: try expected["gap"].double))
    #expect(isClose(sums.concordance, to: try expected["lin_ccc"].double))
    #expect(isClose(sums.pearson, to: try expected["pearson"].double))
  }

  @Test func theMutualShareAgrees() throws {
    let expected = try Reference.python.node("balance")
    let share = try LoyaltyBalance().share
    #expect(Double(share.n) == (try expected["customers"].double))
    #expect(Double(share.sumOfMinima) == (try expected["sum_min"].double))
    #expect(isClose(share.observed, to: try expected["reciprocity"].double))
    #expect(isClose(share.null, to: try expected["null"].double))
    #expect(isClose(share.rho, to: try expected["rho"].double))
  }

  /// Not arithmetic of this module: it shows that the pairs above are those of the reference.
  @Test(
    arguments: [
      ("mutual", 1, true), ("unrequited", 1, false), ("indulged", -1, true), ("estranged", -1, false),
      ("undecided_returned", 0, true), ("undecided_unreturned", 0, false),
    ] as [(String, Int, Bool)])
  func theCellsAgree(name: String, vote: Int, isReturned: Bool) throws {
    let expected = try Reference.python.node("balance", "quadrants", name).elements.map { try $0.double }
    #expect(try LoyaltyBalance().cell(vote: Int128(vote), isReturned: isReturned) == expected)
  }

  @Test func earnedGrowthAgrees() throws {
    let config = try JSONDecoder().decode(JSONNode.self, from: Fixture.data("config.json"))["egr"]
    func amount(_ key: String) throws -> Int128 { try Int128(config[key].double ?? .nan) }
    let growth = EarnedGrowth(
      previous: try amount("prev_revenue"), retained: try amount("retained_revenue"),
      earnedNew: try amount("earned_new_revenue"))
    let expected = try Reference.python.node("egr")
    #expect(isClose(growth.netRevenueRetention.map { $0 * 100 }, to: try expected["nrr"].double))
    #expect(isClose(growth.earnedNewShare.map { $0 * 100 }, to: try expected["enc"].double))
    #expect(isClose(growth.rate.map { $0 * 100 }, to: try expected["egr"].double))
  }
}
