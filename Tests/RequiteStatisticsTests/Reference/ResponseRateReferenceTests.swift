import Foundation
import RequiteStatistics
import Testing

/// The response rates of METHODS B7 and the gap of two shares against the references.
@Suite struct ResponseRateReferenceTests {
  /// The leaves asserted here.
  static let covers =
    ["RR1", "RR2", "RR3", "RR4", "RR5", "RR6", "e"].map { "response_rates/\($0)" }
    + ["perception/gap", "perception/ci", "perception_zero/gap", "perception_zero/ci"]

  @Test func theSixRatesAgree() throws {
    let config = try JSONDecoder().decode(JSONNode.self, from: Fixture.data("config.json"))
    let counts = try config["dispositions"]
    func count(_ name: String) throws -> Int64 { Int64(try #require(try counts[name].double)) }
    let rates = ResponseRates(
      dispositions: Dispositions(
        complete: try count("I"), partial: try count("P"), refused: try count("R"), notContacted: try count("NC"),
        other: try count("O"), unknownHousehold: try count("UH"), unknownOther: try count("UO"),
        ineligible: try count("ineligible")))
    let values = [
      ("RR1", rates.rr1), ("RR2", rates.rr2), ("RR3", rates.rr3), ("RR4", rates.rr4), ("RR5", rates.rr5),
      ("RR6", rates.rr6), ("e", rates.eligibilityShare),
    ]
    let expected = try Reference.python.node("response_rates")
    #expect(expected.keys == values.map(\.0))
    for (name, value) in values { #expect(isClose(value, to: try expected[name].double)) }
  }

  @Test(arguments: Reference.allCases)
  func thePerceptionGapAgrees(reference: Reference) throws {
    let vendor = try proportion("vendor")
    try expectAgreement(ShareDifference(vendor, proportion("customer")), with: reference.node("perception"))
    try expectAgreement(ShareDifference(vendor, proportion("zero")), with: reference.node("perception_zero"))
  }

  private func proportion(_ name: String) throws -> Proportion {
    let config = try JSONDecoder().decode(JSONNode.self, from: Fixture.data("config.json"))["perception"]
    let counts = try ["yes", "n"].map { Int64(try #require(try config["\(name)_\($0)"].double)) }
    return Proportion(successes: counts[0], of: counts[1])
  }

  private func expectAgreement(_ gap: ShareDifference, with expected: JSONNode) throws {
    #expect(isClose(gap.difference.map { $0 * 100 }, to: try expected["gap"].double))
    #expect(try isClose(gap.interval?.scaled(by: 100), to: expected["ci"]))
  }
}
