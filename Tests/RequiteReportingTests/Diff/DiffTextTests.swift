import RequiteModel
import RequiteReporting
import Testing

@Suite struct DiffTextTests {
  @Test func equalTablesPrintNothing() {
    let diff = MeasureDiff(before: SampleTables.before, after: SampleTables.before)
    #expect(DiffText.text(of: diff, from: "a", to: "b") == "")
  }

  @Test func theWholeDiffReadsLikeThis() {
    #expect(
      DiffText.text(of: diff, from: "2026-03-30-9d03", to: "2026-03-31-4f1c") == """
        2026-03-30-9d03 .. 2026-03-31-4f1c
        8 changed, 2 added, 1 removed, 2 unchanged

        acme
                                                before         now      change
            loyalty.nps                           32.5        28.8        -3.7   n 800 -> 838
            loyalty.promoters                      420         422          +2   n 800 -> 838
            reciprocity.index                    61.52       61.53       +0.01
            reciprocity.channels                  70.0        70.0         0.0   interval differs
            reciprocity.named                    0.287       0.300      +0.013
            reciprocity.promises                 0.500           —               n 64 -> 4, shown -> den_lt_min
            first_answer.median_seconds         2760 s      2700 s       -60 s
          2026-04: new, 2 numbers
          channel chat
            loyalty.nps                           10.0        12.0        +2.0   n 30 -> 31
          channel fax: gone, 1 number

        """)
  }

  @Test func aNumberThatWouldTellOfSingleCustomersIsFlagged() {
    let diff = MeasureDiff(before: SampleTables.before, after: SampleTables.after, rule: DisclosureRule(minimum: 10))
    let text = DiffText.text(of: diff, from: "a", to: "b")
    #expect(
      text.contains(
        """

        1 of them hidden, difference_discloses: fewer than 10 customers came or went, and the difference would be theirs

        """))
    let lines = text.split(separator: "\n").map(String.init)
    let chat = lines.firstIndex(of: "  channel chat")
    let blanks = String(repeating: " ", count: 58)
    #expect(chat.map { lines[$0 + 1] } == "    loyalty.nps\(blanks)hidden: difference_discloses")
  }

  @Test func allShowsUnchangedNumbersToo() {
    let text = DiffText.text(of: diff, from: "a", to: "b", all: true)
    #expect(text.contains("\n    loyalty.passives                       220         220           0\n"))
    #expect(text.contains("\nzeta\n"))
    #expect(text.contains("\n  channel fax\n"))
  }

  @Test func namesCannotMoveTheCursor() {
    let key = MeasureKey(vendor: "\u{1B}[2Jx", dimension: "\u{202E}", level: "\n", period: "\u{7}", metric: "\u{0}m")
    let diff = MeasureDiff(before: [], after: [Measure(key: key, estimate: 1, n: 20)])
    let text = DiffText.text(of: diff, from: "\u{1B}", to: "b", all: true)
    let isPlain = text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x202E) }
    #expect(isPlain)
    #expect(text.contains("\\u{1B}[2Jx"))
  }

  @Test func colourAddsOnlyEscapeSequences() {
    let plain = DiffText.text(of: diff, from: "a", to: "b")
    let coloured = DiffText.text(of: diff, from: "a", to: "b", color: true)
    #expect(coloured != plain)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]+m/, with: "") == plain)
  }

  private let diff = MeasureDiff(before: SampleTables.before, after: SampleTables.after)
}
