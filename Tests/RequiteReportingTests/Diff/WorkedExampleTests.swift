import Foundation
import RequiteModel
import RequiteReporting
import Testing

/// The example that explains a diff, to the last digit, in every rendering.
@Suite struct WorkedExampleTests {
  private let diff = WorkedExample.diff()

  private func entry(_ metric: String) throws -> VersionDiff.Entry {
    try #require(diff.entries.first { $0.key == MeasureKey(vendor: "acme", metric: metric) })
  }

  @Test func everyCauseHasItsExactPart() throws {
    let parts = try entry("loyalty.nps").steps.flatMap(\.parts)
    #expect(parts.map(\.name.word) == ["late", "removed", "corrected", "new", "aged_out"])
    #expect(parts.map { ($0.value * 1e6).rounded() / 1e6 } == [-2.649623, -0.511883, 0.123609, -0.418637, -0.284516])
    let late = try #require(parts[0].exact)
    // −2,805,472,000 of 1,058,819,200, without their common divisor.
    #expect(late.numerator * 1_058_819_200 == -2_805_472_000 * late.denominator)
  }

  @Test func displayedCausesAddUpToTheDisplayedChange() throws {
    let entry = try entry("loyalty.nps")
    #expect([entry.beforeText, entry.nowText, entry.changeText] == ["32.5", "28.8", "-3.7"])
    #expect(entry.steps.map(\.endText) == ["29.5", "28.8"])
    #expect(entry.steps.map(\.changeText) == ["-3.0", "-0.7"])
    #expect(entry.steps.map { $0.parts.map(\.text) } == [["-2.6", "-0.5", "+0.1"], ["-0.4", "-0.3"]])
    #expect(entry.steps.map { $0.parts.map(\.rows) } == [[24, 6, 8], [60, 40]])
  }

  @Test func onlyTheMovementHasNoise() throws {
    let steps = try entry("loyalty.nps").steps
    #expect(steps[0].margin == nil)
    #expect(steps[0].flag == .restated(limit: "1.0"))
    #expect(steps[1].marginText == "1.8")
    #expect(steps[1].flag == .withinNoise)
  }

  @Test func theIndexIsDividedThroughItsComponents() throws {
    let steps = try entry("reciprocity.index").steps
    #expect(steps.map(\.changeText) == ["-0.6", "-0.6"])
    #expect(steps.map { $0.parts.map(\.name.word) } == [["late"], ["new"]])
    let sum = steps.flatMap(\.parts).reduce(0) { $0 + $1.value }
    #expect((sum - (68.811260 - 70)).magnitude < 1e-6)
  }

  @Test func theSegmentsAreAnotherCutOfTheSameChange() throws {
    let cuts = SegmentCut(diff).tables(by: "segment", DiffSelection())
    #expect(cuts.map(\.key.metric) == ["loyalty.nps"])
    let cut = try #require(cuts.first)
    #expect(cut.levels.map(\.name) == ["enterprise", "smb"])
    #expect(cut.levels.map { ($0.rate.value * 1e4).rounded() / 1e4 } == [-0.4752, -2.7145])
    #expect(cut.levels.map { ($0.mix.value * 1e4).rounded() / 1e4 } == [-0.2817, -0.2696])
    #expect([cut.rate.text, cut.mix.text, cut.changeText] == ["-3.2", "-0.5", "-3.7"])
  }

  @Test func theArticleShowsWhatTheDiffPrints() throws {
    let project = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    let path = project.appendingPathComponent("Sources/RequiteReporting/RequiteReporting.docc/HowADiffIsComputed.md")
    let article = try String(contentsOf: path, encoding: .utf8)
    let lines = DiffText(diff).text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("acme") })
    #expect(article.contains(lines[start...start + 8].joined(separator: "\n")))
  }

  @Test func theTextIsAsRecorded() throws {
    let cuts = SegmentCut(diff).tables(by: "segment", DiffSelection())
    let text = DiffText(diff, DiffSelection(dimensions: ["segment"]), segments: cuts).text
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    try DiffGolden.expect(text, "worked-example.txt")
  }

  @Test func theStatisticsAreAsRecorded() throws {
    try DiffGolden.expect(DiffStat(diff).text, "worked-example-stat.txt")
  }

  @Test func theMarkdownIsAsRecorded() throws {
    try DiffGolden.expect(DiffMarkdown(diff).text(), "worked-example.md")
  }

  @Test func theDocumentIsAsRecorded() throws {
    try DiffGolden.expect(String(decoding: DiffJSON(diff).bytes, as: UTF8.self), "worked-example.json")
  }

  @Test func thePageIsAsRecorded() throws {
    let cuts = SegmentCut(diff).tables(by: "segment", DiffSelection())
    try DiffGolden.expect(
      String(decoding: DiffHTML(diff, segments: cuts).bytes, as: UTF8.self), "worked-example.html")
  }

  @Test func theOtherWayRoundEverySignChanges() throws {
    var back = CausedChanges()
    let opposite: [Cause.Kind: Cause.Kind] = [.late: .removed, .removed: .late, .new: .agedOut, .agedOut: .new]
    for (key, counts) in WorkedExample.causes.counts {
      let changes = counts.changes.map { change -> CausedChange in
        let kind = opposite[change.cause.kind] ?? change.cause.kind
        return CausedChange(
          Cause(change.cause.coordinate, kind), rows: change.rows, numerator: -change.numerator,
          denominator: -change.denominator)
      }
      // The walk back begins where this one ends, and takes the same stops the other way only if one coordinate moved.
      back.counts[key] = WorkedExample.counts(changes.filter { $0.cause.coordinate == .knowledge })
    }
    var (before, after) = (WorkedExample.before(), WorkedExample.after())
    after.settings = before.settings
    after.measures = before.measures.map { measure in
      guard measure.key == WorkedExample.nps else { return measure }
      return Measure(
        key: measure.key, estimate: 29.462103, numerator: 241, denominator: 818, n: 818)
    }
    (before, after) = (after, before)
    back.counts = back.counts.filter { $0.key == WorkedExample.nps }
    let diff = VersionDiff(from: before, to: after, causes: .known(back))
    let parts = try #require(diff.entries.first { $0.key == WorkedExample.nps }).steps.flatMap(\.parts)
    #expect(parts.map(\.name.word) == ["removed", "late", "corrected"])
    #expect(parts.map { ($0.value * 1e6).rounded() / 1e6 } == [2.649623, 0.511883, -0.123609])
  }
}
