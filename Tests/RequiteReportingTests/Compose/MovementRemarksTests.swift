import RequiteModel
import RequiteReporting
import Testing

/// What a page says of how it is compared, beside the numbers.
@Suite struct MovementRemarksTests {
  @Test func aMissingDumpIsNamed() {
    let dump = DumpAccount(
      dump: "surveys-2026-03-29.csv.gz", kind: .surveys, sha256: "1", lines: 31, read: 30, accepted: 30)
    var sample = SampleMovement(vendors: [.quiet("acme")], dumpsBefore: [dump])
    sample.facts = [Cause(.knowledge, .fileMissing): [.surveys: 30]]
    #expect(
      page(sample).contains(
        "<p>1 dump of the version before is missing, and the numbers below leave it out: surveys-2026-03-29.csv.gz.</p>"
      ))
    // Dumps that the period has left behind may go.
    sample.facts = [:]
    #expect(!page(sample).contains("is missing"))
  }

  @Test func whyCausesAreNotKnownIsSaid() {
    let sample = SampleMovement(vendors: [.quiet("acme")], unknown: "the ledgers of version x were collected")
    #expect(
      page(sample).contains("<p>What moved the numbers is not known: the ledgers of version x were collected.</p>"))
    #expect(!page(sample).contains("<p class=\"small muted\">Causes add up"))
  }

  @Test func anotherWayOfCountingIsSaid() {
    let sample = SampleMovement(vendors: [.quiet("acme")]) { $0.floor = Decimal6(millionths: 20_000) }
    #expect(page(sample).contains("<p>The way we count changed: floor: 0.01 -&gt; 0.02.</p>"))
  }

  /// One customer more under the same windows: the difference would be theirs (METHODS B8).
  @Test func aDifferenceThatDisclosesIsShownNowhere() {
    let vendor = SampleMovement.Vendor(
      name: "acme", before: (80, 400), after: (79, 401), changes: [WorkedExample.change(.late, rows: 1, -1, 1)])
    let sample = SampleMovement(vendors: [vendor], days: 0, minimum: 10)
    let page = page(sample)
    #expect(page.contains("fewer than 10 customers came or went, and the difference would be theirs"))
    #expect(!page.contains(">20.0<") && !page.contains("was 20.0"))
    let markdown = String(decoding: ReportMarkdown.render(sample.report), as: UTF8.self)
    #expect(!markdown.contains("20.0"))
    #expect(sample.report.headline == "Customers of acme give 19.7 (NPS); too little to say what is returned")
  }

  private func page(_ sample: SampleMovement) -> String {
    String(decoding: ReportHTML.render(sample.report), as: UTF8.self)
  }
}
