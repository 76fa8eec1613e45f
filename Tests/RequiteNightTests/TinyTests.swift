import Foundation
import RequiteTestSupport
import Testing

/// The numbers that `SampleData/tiny/README.md` works out by hand.
@Suite struct TinyTests {
  static let rows: [String: [String]] = {
    let night = Night()
    guard (try? night.run(ProjectFolder.path("SampleData/tiny")))?.code == 0 else { return [:] }
    let lines = night.published("measures.csv").split(separator: "\n").dropFirst()
    return Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return (fields[0...4].joined(separator: ","), Array(fields[5...]))
      })
  }()

  private func row(
    _ metric: String, vendor: String = "marigold-bikes", period: String = "window"
  ) throws -> [String] {
    try #require(Self.rows["\(vendor),all,*,\(period),\(metric)"])
  }

  @Test func loyaltyIsAsCounted() throws {
    let nps = try row("loyalty.nps")
    #expect(
      nps == ["23.076923", "22.171591", "-19.865946", "57.365946", "3.000000", "13.000000", "13", ""])
    #expect(try row("loyalty.promoters")[0] == "6.000000")
    #expect(try row("loyalty.passives")[0] == "4.000000")
    #expect(try row("loyalty.detractors")[0] == "3.000000")
  }

  @Test(arguments: [
    ("answered", 8, 10), ("same_channel", 7, 8), ("listening", 1, 2), ("prompt", 6, 10), ("named", 17, 22),
    ("one_owner", 8, 9), ("resolved", 5, 10), ("promises", 2, 3), ("fair_change", 2, 4), ("closed_loop", 1, 2),
  ])
  func componentsAreAsCounted(_ component: String, _ numerator: Int, _ denominator: Int) throws {
    let row = try row("reciprocity.\(component)")
    #expect(row[4] == "\(numerator).000000")
    #expect(row[5] == "\(denominator).000000")
    #expect(row[7] == (denominator < 10 ? "den_lt_min" : ""))
  }

  @Test func theIndexIsAsComputed() throws {
    #expect(try row("reciprocity.channels")[0] == "80.000000")
    #expect(try row("reciprocity.engagement")[0] == "68.090848")
    #expect(try row("reciprocity.collaboration")[0] == "50.000000")
    #expect(try row("reciprocity.index")[0] == "64.821077")
    #expect(try row("first_answer.median_seconds")[0] == "21600.000000")
  }

  @Test(arguments: [
    ("net_revenue_retention", "0.85", "85000"), ("earned_new_share", "0.25", "25000"),
    ("earned_growth", "0.10", "10000"),
  ])
  func growthIsAsCounted(_ metric: String, _ estimate: String, _ numerator: String) throws {
    let expected = ["\(estimate)0000", "", "", "", "\(numerator).000000", "100000.000000", "12", ""]
    #expect(try row("growth.\(metric)", period: "2025") == expected)
    #expect(try row("growth.\(metric)", vendor: "pebble-bank", period: "2025")[7] == "small_cell")
  }

  @Test func whatASingleCustomerPaidIsNotShown() throws {
    #expect(try row("diagnostics.new_revenue_unstated_share", period: "2025")[7] == "small_cell")
    #expect(try row("diagnostics.conflicts")[0] == "1.000000")
  }

  @Test func fiveCustomersAreTooFewToShow() throws {
    for metric in ["loyalty.nps", "reciprocity.index", "reciprocity.answered"] {
      let row = try row(metric, vendor: "pebble-bank")
      #expect(row == ["", "", "", "", "", "", "0", "small_cell"], "\(metric)")
    }
  }
}
