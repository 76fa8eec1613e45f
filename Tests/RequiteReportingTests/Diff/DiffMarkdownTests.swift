import RequiteModel
import RequiteReporting
import Testing

@Suite struct DiffMarkdownTests {
  @Test(arguments: [4_000, 10_000, 60_000]) func aLongDiffIsCutAtWholeRows(maximum: Int) throws {
    let diff = vendors(300)
    let text = DiffMarkdown(diff).text(maximum: maximum)
    #expect(text.utf8.count <= maximum)
    #expect(text.utf8.count > maximum / 2)
    #expect(text.ranges(of: "<details>").count == text.ranges(of: "</details>").count)
    let lines = text.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("|") }.allSatisfy { $0.hasSuffix("|") })
    let last = try #require(lines.last)
    #expect(last.hasSuffix("rows are left out here; `requite-diff a b --format html` has them all."))
  }

  @Test func nothingIsLeftOutWhereAllFits() {
    #expect(!DiffMarkdown(vendors(3)).text().contains("left out"))
  }

  @Test func namesAreShownAndNotObeyed() {
    let text = DiffMarkdown(vendors(1, named: "<script>|`*_\u{1B}[2J</details>\n# x")).text()
    #expect(!text.contains("<script>"))
    #expect(!text.contains("\u{1B}"))
    #expect(text.ranges(of: "\n# ").count == 0)
    #expect(
      text.split(separator: "\n").filter { $0.hasPrefix("| ") }.allSatisfy { row in
        row.replacing("\\|", with: "").count { $0 == "|" } == 6
      })
  }

  @Test func whatTrippedStandsThere() {
    var thresholds = Thresholds()
    var rule = Thresholds.Rule(line: 7)
    rule.restated = ExactLimit(text: "1.0", billionths: 1_000_000_000)
    rule.metric = NamePattern("loyalty.nps")
    thresholds.rules = [rule]
    let diff = WorkedExample.diff()
    let text = DiffMarkdown(diff, verdict: thresholds.verdict(on: diff)).text()
    #expect(text.contains("- **fail** acme, loyalty.nps: restated by -3.037897, more than 1.0 (line 7)\n"))
  }

  /// Many vendors whose loyalty fell, all for known causes.
  private func vendors(_ count: Int, named name: String = "vendor") -> VersionDiff {
    var (before, after) = (SampleTables.version("a", []), SampleTables.version("b", []))
    (before.settings.suppressionMinimum, after.settings.suppressionMinimum) = (1, 1)
    after.facts = "other"
    var causes = CausedChanges()
    for place in 0..<count {
      let key = MeasureKey(vendor: count == 1 ? name : "\(name) \(1000 + place)", metric: "loyalty.nps")
      before.measures.append(Measure(key: key, estimate: 32.5, numerator: 260, denominator: 800, n: 800))
      after.measures.append(Measure(key: key, estimate: 30, numerator: 246, denominator: 820, n: 820))
      causes.counts[key] = WorkedExample.counts([WorkedExample.change(.late, rows: 20, -14, 20)])
    }
    return VersionDiff(from: before, to: after, causes: .known(causes))
  }
}
