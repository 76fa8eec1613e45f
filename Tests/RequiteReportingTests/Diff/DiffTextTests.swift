import RequiteModel
import RequiteReporting
import Testing

@Suite struct DiffTextTests {
  @Test func equalVersionsPrintNothing() {
    let diff = SampleTables.diff(to: SampleTables.before)
    #expect(diff.isEmpty)
    #expect(DiffText(diff).text == "")
    #expect(DiffMarkdown(diff).text() == "")
  }

  @Test func theWholeDiffReadsLikeThis() {
    #expect(
      DiffText(diff, DiffSelection(dimensions: nil)).text == """
        requite diff 2026-03-30-9d03..2026-03-31-4f1c   90 days to 2026-03-31
          knowledge      changed
          period         same
          configuration  same
          method         same     2026.1
        8 changed, 2 added, 1 removed, 2 unchanged
          row causes not available: the rows are not kept

        acme                                      before         now      change   noise (95 %)    flag
          loyalty.nps                               32.5        28.8        -3.7   n 800 -> 838
          loyalty.promoters                          420         422          +2   n 800 -> 838
          reciprocity.index                        61.52       61.53       +0.01
          reciprocity.channels                      70.0        70.0         0.0   interval differs
          reciprocity.named                        0.287       0.300      +0.013
          reciprocity.promises                     0.500           -               n 64 -> 4, no longer shown: fewer than 10 cases
          first_answer.median_seconds             2760 s      2700 s       -60 s
          2026-04: new, 2 numbers
          channel chat
          loyalty.nps                               10.0        12.0        +2.0   n 30 -> 31
          channel fax: gone, 1 number

        """)
  }

  @Test func groupsOfCustomersAreShownOnRequest() {
    let text = DiffText(diff).text
    #expect(!text.contains("channel chat"))
    #expect(text.contains("\n  2 more in groups of customers: --by channel\n"))
    #expect(DiffText(diff, DiffSelection(dimensions: ["channel"])).text.contains("\n  channel chat\n"))
  }

  @Test func aNumberThatWouldTellOfSingleCustomersIsFlagged() {
    let text = DiffText(SampleTables.diff(minimum: 10), DiffSelection(dimensions: nil)).text
    #expect(
      text.contains(
        """

          1 of them hidden, difference_discloses: fewer than 10 customers came or went, and the difference would be theirs

        """))
    let lines = text.split(separator: "\n").map(String.init)
    let chat = lines.firstIndex(of: "  channel chat")
    #expect(chat.map { lines[$0 + 1].hasPrefix("  loyalty.nps ") } == true)
    #expect(chat.map { lines[$0 + 1].hasSuffix("   hidden: difference_discloses") } == true)
  }

  @Test func allShowsUnchangedNumbersToo() {
    let text = DiffText(diff, DiffSelection(dimensions: nil, showsUnchanged: true)).text
    #expect(text.contains("\n  loyalty.passives                           220         220           0\n"))
    #expect(text.contains("\nzeta "))
    #expect(text.contains("\n  channel fax\n"))
  }

  @Test func metricsAreChosenByPattern() {
    let text = DiffText(diff, DiffSelection(metrics: ["reciprocity.*"])).text
    #expect(text.contains("reciprocity.index"))
    #expect(!text.contains("loyalty.nps"))
  }

  @Test func oneStepAloneHasItsOwnLines() {
    let text = DiffText(WorkedExample.diff(), DiffSelection(step: .period)).text
    #expect(text.contains("    movement "))
    #expect(!text.contains("    restated "))
    #expect(!text.contains("late"))
    let line = text.split(separator: "\n").first { $0.hasPrefix("  loyalty.nps ") }
    #expect(line?.split(separator: " ").dropFirst().prefix(3) == ["29.5", "28.8", "-0.7"])
  }

  @Test func whyThereAreNoCausesIsSaid() {
    let text = DiffText(WorkedExample.diff(causes: nil)).text
    #expect(text.contains("\n  row causes not available: the ledgers of 211 were collected on 2026-10-01\n"))
  }

  @Test func namesCannotMoveTheCursor() {
    let key = MeasureKey(vendor: "\u{1B}[2Jx", dimension: "\u{202E}", level: "\n", period: "\u{7}", metric: "\u{0}m")
    var after = SampleTables.version("b\u{1B}", [Measure(key: key, estimate: 1, n: 20)])
    after.settings.method = Method(recorded: "\u{1B}")
    let diff = VersionDiff(from: SampleTables.version("\u{1B}", []), to: after, causes: .unknown("none"))
    let text = DiffText(diff, DiffSelection(dimensions: nil, showsUnchanged: true)).text + DiffStat(diff).text
    let isPlain = text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x202E) }
    #expect(isPlain)
    #expect(text.contains("\\u{1B}[2Jx"))
  }

  @Test func colourAddsOnlyEscapeSequences() {
    let plain = DiffText(WorkedExample.diff()).text
    let coloured = DiffText(WorkedExample.diff(), color: true).text
    #expect(coloured != plain)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]+m/, with: "") == plain)
  }

  private let diff = SampleTables.diff()
}
