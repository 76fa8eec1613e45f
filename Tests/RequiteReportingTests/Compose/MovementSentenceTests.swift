import RequiteModel
import RequiteReporting
import Testing

/// What a report says first: the templates, each on the smallest case that calls for it.
@Suite struct MovementSentenceTests {
  @Test func aCorrectionThatIsMostOfAFallIsToldApart() {
    #expect(
      SampleReport.moved.headline == "Loyalty of acme fell 3.7 points; 3.0 of them correct earlier nights")
  }

  @Test func aRiseBeyondNoiseNamesItsDayAndItsCause() {
    #expect(
      headline(.risen("acme")) == "Loyalty of acme rose 13.3 points since 30\u{A0}March, mostly new answers (+13.3)")
  }

  @Test func aMovementWithinNoiseIsNone() {
    #expect(
      headline(.quiet("acme"))
        == "Loyalty of acme is about the same as on 30\u{A0}March (19.5, a change smaller than chance)")
  }

  @Test func aCorrectionSaysWhatReadOtherwiseAndWhy() {
    #expect(headline(.corrected("acme")) == "Loyalty of acme: what read 32.5 now reads 28.6: 24 answers arrived late")
  }

  @Test func anotherWayOfCountingIsNotTheCustomersDoing() {
    let cause = CausedChange(
      Cause(.configuration, .configuration, detail: "floor"), rows: 0, numerator: -4_000_000, denominator: 0)
    let vendor = SampleMovement.Vendor(name: "acme", before: (80, 400), after: (76, 400), changes: [cause])
    let sample = SampleMovement(vendors: [vendor], days: 0) { $0.floor = Decimal6(millionths: 20_000) }
    #expect(
      sample.report.headline
        == "The way we count changed (floor: 0.01 -> 0.02): loyalty of acme reads 19.0, without it 20.0")
  }

  @Test func withoutCausesOnlyTheIntervalTellsNoiseFromNews() {
    var vendor = SampleMovement.Vendor(name: "acme", before: (80, 400), after: (76, 400))
    let reason = "the ledgers of version x were collected"
    #expect(
      SampleMovement(vendors: [vendor], unknown: reason).report.headline
        == "Loyalty of acme is about the same as on 30\u{A0}March (19.0, was 20.0)")
    vendor.after = (-76, 400)
    #expect(
      SampleMovement(vendors: [vendor], unknown: reason).report.headline
        == "Loyalty of acme fell 39.0 points since 30\u{A0}March")
  }

  @Test func anEqualNumberIsWhatItWas() {
    let vendor = SampleMovement.Vendor(name: "acme", before: (80, 400), after: (80, 400))
    #expect(headline(vendor) == "Loyalty of acme is what it was (20.0)")
  }

  /// A hundredth of a point is no news, and never shown with more decimals than its tile.
  @Test func whatReadsTheSameIsTheSame() {
    let change = WorkedExample.change(.new, rows: 60, -1, 0)
    let vendor = SampleMovement.Vendor(
      name: "acme", before: (8_000, 40_000), after: (7_999, 40_000), changes: [change], churn: 60)
    let report = SampleMovement(vendors: [vendor]).report
    #expect(report.headline == "Loyalty of acme is what it was (20.0)")
    let page = String(decoding: ReportHTML.render(report), as: UTF8.self)
    #expect(!page.contains("19.99") && !page.contains("20.00"))
    #expect(page.contains("<td class=\"n\">20.0</td><td class=\"n\">0.0</td>"))
  }

  @Test func ofSeveralVendorsTheLargestChangeIsTold() {
    #expect(
      SampleMovement(vendors: [.quiet("a"), .risen("b"), .corrected("c")]).report.headline
        == "Loyalty of b rose 13.3 points since 30\u{A0}March, mostly new answers (+13.3); 1 other vendor moved too")
    #expect(
      SampleMovement(vendors: [.quiet("a"), .quiet("b")]).report.headline
        == "Loyalty is about the same as on 30\u{A0}March at all 2 vendors (changes smaller than chance)")
  }

  @Test func theSameDayIsTheVersionBefore() {
    let ids = ("2026-03-31-aaaaaaaaaaaa", "2026-03-31-bbbbbbbbbbbb")
    #expect(
      SampleMovement(vendors: [.risen("acme")], ids: ids).report.headline
        == "Loyalty of acme rose 13.3 points since the version before, mostly new answers (+13.3)")
  }

  @Test func aDayOfAnotherYearHasItsYear() {
    let ids = ("2025-12-31-aaaaaaaaaaaa", "2026-01-01-bbbbbbbbbbbb")
    #expect(
      SampleMovement(vendors: [.risen("acme")], ids: ids).report.headline.contains("since 31\u{A0}December 2025,"))
  }

  /// Causes with few rows each keep their names to themselves.
  @Test func aCauseOfFewRowsIsNotNamed() {
    let changes = [WorkedExample.change(.new, rows: 6, 6, 6), WorkedExample.change(.agedOut, rows: 6, 6, -6)]
    let vendor = SampleMovement.Vendor(name: "acme", before: (20, 100), after: (32, 100), changes: changes, churn: 12)
    let report = SampleMovement(vendors: [vendor], minimum: 10).report
    #expect(report.headline == "Loyalty of acme rose 12.0 points since 30\u{A0}March")
  }

  @Test func whereNoNumberStandsInBothVersionsTheHeadlineSaysHowItStands() {
    var report = SampleMovement(vendors: [.risen("acme")]).report
    report = report.shown(beside: PreviousVersion(version: "x", measures: []), waits: [])
    #expect(report.headline == "Customers of acme give 33.3 (NPS); too little to say what is returned")
  }

  private func headline(_ vendor: SampleMovement.Vendor) -> String {
    SampleMovement(vendors: [vendor]).report.headline
  }
}
