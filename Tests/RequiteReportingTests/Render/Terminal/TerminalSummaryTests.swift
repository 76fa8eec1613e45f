import RequiteModel
import RequiteReporting
import Testing

@Suite struct TerminalSummaryTests {
  @Test func theWholeSummaryReadsLikeThis() {
    #expect(
      text(SampleReport.three, .new) == """

          Requite   90 days to 2026-03-31, method 2026.1

          northwind-air returns more loyalty (85.0 of 100) than harbor-hotels (35.0)

          harbor-hotels                     120 responses, 100 of 250 threads answered
            Loyalty (NPS)     -45.8  ····─●──··│··········  -58.8 to -33.3
            Loyalty returned   35.0  ······─●─············  29.0 to 41.0
            weakest: Answered in time, 47.5 of 250 (19.0 %)

          lumen-telecom                                            responses not shown
            Loyalty (NPS)         —  Not shown, to protect a small group
            Loyalty returned      —  Not shown, to protect a small group

          northwind-air                     120 responses, 225 of 250 threads answered
            Loyalty (NPS)      33.3  ··········│·─●──·····  20.3 to 45.8      was 30.0
            Loyalty returned   85.0  ················─●─··  79.0 to 91.0      was 79.0
            weakest: Answered in time, 172.5 of 250 (69.0 %)

          Every row is accounted for
                         dumps         read     accepted duplicates   filtered set aside
          surveys            1        2,405        2,380         12          4         9
          interactions       1      120,000      119,990          7          0         3
          Of the accepted rows, 1,212 repeat a row of another dump and 3 are of
          customers to be forgotten: they do not count

          Filtered or set aside, by rule
            score.out-of-range                                                       6
            csv.field-count                                                          3
            time.future                                                              3

          version  2026-03-31.1-4f1c9a2b  (new)
          report   Warehouse/index.html

        """)
  }

  @Test func anEmptyNightReadsLikeThis() {
    let report = Report(version: "v", settings: SampleReport.settings, measures: [], dumps: [])
    #expect(
      text(report, .unchanged(since: "2026-03-30")) == """

          Requite   90 days to 2026-03-31, method 2026.1

          No data in this period

          No vendor has data in this period.

          ! No dumps

          version  v  (unchanged since 2026-03-30)
          report   Warehouse/index.html

        """)
  }

  @Test func refusedAndUnbalancedDumpsAreNamed() {
    let dumps = [
      DumpAccount(dump: "surveys-1.csv.gz", kind: .surveys, sha256: "", refused: "the file ends inside member 2"),
      DumpAccount(dump: "surveys-2.csv.gz", kind: .surveys, sha256: "", read: 7, accepted: 6),
    ]
    let report = Report(version: "v", settings: SampleReport.settings, measures: [], dumps: dumps)
    #expect(
      text(report, .unchanged(since: nil)).contains(
        """
          ! Incomplete: 1 dump was refused
                         dumps         read     accepted duplicates   filtered set aside
          surveys            2            7            6          0          0         0

          Refused: nothing of these counts
            surveys-1.csv.gz
              the file ends inside member 2

          Read is not accepted + duplicates + filtered + set aside
            surveys-2.csv.gz

          version  v  (unchanged)

        """))
  }

  @Test(arguments: SampleReport.Kind.allCases)
  func noLineIsWiderThanTheTerminal(kind: SampleReport.Kind) {
    for line in text(kind.report, .new).split(separator: "\n") where !line.contains("script") {
      #expect(TerminalText.width(String(line)) <= 80)
    }
  }

  @Test func aReasonThatDoesNotFitGoesOnBelow() {
    let lines = text(SampleReport.allNull, .new).split(separator: "\n").map(String.init)
    #expect(lines.contains("    Loyalty (NPS)         —  Not shown: the weights do not reach the known"))
    #expect(lines.contains("                             margins"))
  }

  @Test func aLongNameHasItsCountsBelow() {
    let lines = text(SampleReport.long, .new).split(separator: "\n").map(String.init)
    let name = "  " + String(repeating: "m", count: 39) + "."
    #expect(lines.firstIndex(of: name).map { lines[$0 + 1] } == "    130 responses, 125 of 250 threads answered")
  }

  @Test func wideLettersTakeTwoColumns() {
    let lines = text(SampleReport.hostile, .new).split(separator: "\n").map(String.init)
    let heading = lines.first { $0.contains("海港酒店") }
    #expect(heading.map(TerminalText.width) == 78)
  }

  @Test func aPartialIndexSaysWhatItLeavesOut() {
    let lines = text(SampleReport.flagged, .new).split(separator: "\n")
    let index = lines.firstIndex { $0.hasPrefix("    Loyalty returned") }
    #expect(index.map { lines[$0 + 1] } == "    partial: without Listening")
  }

  @Test func aPartialIndexIsMarkedAmongManyVendors() {
    let report = SampleReport.many(40)
    let missing = Measure(
      key: MeasureKey(vendor: report.vendors[1].name, metric: "diagnostics.components_missing"), estimate: 1, n: 10)
    let partial = Report(
      version: "v", settings: report.settings, measures: report.measures + [missing], dumps: report.dumps)
    let lines = text(partial, .new).split(separator: "\n").map(String.init)
    #expect(lines.count { $0.hasPrefix("  vendor-") && $0.contains("* ") } == 1)
    #expect(lines.contains("  * partial: without components of too few cases"))
    #expect(!text(report, .new).contains("* partial"))
  }

  @Test func manyVendorsTakeALineEach() {
    let lines = text(SampleReport.many(40), .new).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("  vendor-") } == 24)
    #expect(lines.contains("  and 16 more, in the report"))
  }

  @Test func colourAddsOnlyEscapeSequences() {
    let plain = text(SampleReport.hostile, .new)
    let coloured = TerminalSummary.text(of: SampleReport.hostile, path: path, outcome: .new, color: true)
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured != plain)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]+m/, with: "") == plain)
  }

  private let path = "Warehouse/index.html"

  private func text(_ report: Report, _ outcome: TerminalSummary.Outcome) -> String {
    TerminalSummary.text(of: report, path: path, outcome: outcome, color: false)
  }
}
