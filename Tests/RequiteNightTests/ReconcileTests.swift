import Foundation
import RequiteTestSupport
import Testing

/// `requite-score reconcile` over the tiny sample, as a user sees it.
@Suite(.serialized) struct ReconcileTests {
  private static let night: Night = {
    let night = Night()
    _ = try? night.run(ProjectFolder.path("SampleData/tiny"))
    return night
  }()

  private func run(_ arguments: String) throws -> CommandResult {
    try Command.run("requite-score reconcile --out Warehouse \(arguments)", in: Self.night.folder.path)
  }

  @Test func theTableSaysWhatEveryRuleDoes() throws {
    let result = try run("--preset zendesk")
    #expect(result.code == 0, "\(result.errors)")
    #expect(
      result.output == """
        marigold-bikes, first_reply_seconds
          Requite                                       21600
          zendesk counts posts that address nobody      21600       0  2 cases
          zendesk counts threads that the vendor began  21600       0
          zendesk leaves threads without an answer out   9000  -12600  2 cases
          zendesk takes only messages for answers        9000       0
          zendesk                                        9000  -12600

        marigold-bikes, reopens
          Requite                                                              1
          zendesk counts a reopened status, not the customer who writes again  1  0
          zendesk                                                              1  0

        pebble-bank, first_reply_seconds
          Requite                                       120
          zendesk counts posts that address nobody      120  0
          zendesk counts threads that the vendor began  120  0
          zendesk leaves threads without an answer out  120  0  1 case
          zendesk takes only messages for answers       120  0
          zendesk                                       120  0

        pebble-bank, reopens
          Requite                                                              0
          zendesk counts a reopened status, not the customer who writes again  0  0
          zendesk                                                              0  0

        """)
  }

  @Test func programsGetOneLineAStep() throws {
    let result = try run("--preset formbricks --format csv --vendor marigold-bikes")
    #expect(
      result.output == """
        vendor,figure,step,rule,value,change,cases
        marigold-bikes,nps,0,,23.08,,
        marigold-bikes,nps,1,every_answer,14.29,-8.79,1
        marigold-bikes,nps,2,silent_count,14.29,0,0

        """)
  }

  @Test func theFirstLineIsWhatTheReportSays() throws {
    let measures = Self.night.published("measures.csv")
    for (preset, figure, metric) in [
      ("r-nps", "nps", "loyalty.nps"), ("zendesk", "first_reply_seconds", "first_answer.median_seconds"),
    ] {
      let row = try #require(measures.split(separator: "\n").first { $0.contains(",all,*,window,\(metric),") })
      let estimate = try #require(Double(row.split(separator: ",")[5]))
      let lines = try run("--preset \(preset) --format csv").output.split(separator: "\n")
      let line = try #require(lines.first { $0.contains(",\(figure),0,") })
      let value = try #require(Double(line.split(separator: ",")[3]))
      #expect(abs(value - estimate) < 0.005, "\(metric)")
    }
  }

  @Test func whatIsNotKnownIsSaid() throws {
    let preset = try run("--preset zendesc")
    #expect(preset.code == 64)
    #expect(
      preset.errors.hasPrefix(
        "Error: There is no preset of that name. Known: chatwoot, customergauge, dbt-intercom, dbt-zendesk, delighted, "
          + "formbricks, r-nps, zendesk.\n"))
    let vendor = try run("--preset zendesk --vendor nobody")
    #expect(vendor.code == 64)
    #expect(
      vendor.errors == """
        requite-score: there is no vendor nobody in this night.
          Known: marigold-bikes, pebble-bank.

        """)
  }
}
