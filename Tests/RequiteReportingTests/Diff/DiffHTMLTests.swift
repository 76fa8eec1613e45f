import RequiteModel
import RequiteReporting
import Testing

@Suite struct DiffHTMLTests {
  @Test func thePageIsWellFormedAndNeedsNothingElse() {
    let page = MarkupReader(text(WorkedExample.diff()))
    #expect(page.faults == [])
    #expect(!page.elements.contains { $0.name == "script" || $0.name == "img" })
    #expect(page.elements.allSatisfy { $0.attributes["src"] == nil && $0.attributes["onload"] == nil })
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    #expect(page.elements.count { $0.name == "h1" } == 1)
  }

  @Test func everyStopHasAMarkerAndEveryCauseABar() {
    let page = text(WorkedExample.diff())
    // Two drawings each of NPS (three markers, five bars) and index (three markers, two bars).
    #expect(page.ranges(of: "<path class=\"marker\"").count == 12)
    #expect(page.ranges(of: "<rect class=\"down\"").count + page.ranges(of: "<rect class=\"up\"").count == 14)
  }

  @Test func ourOwnDoingIsHatched() throws {
    var after = WorkedExample.before()
    after.settings.method = Method(released: "2026.2")!
    after.measures = after.measures.map { measure in
      guard measure.key == WorkedExample.nps else { return measure }
      return Measure(key: measure.key, estimate: 25, numerator: 200, denominator: 800, n: 800)
    }
    var causes = CausedChanges()
    causes.counts[WorkedExample.nps] = WorkedExample.counts([
      CausedChange(Cause(.method, .method, detail: "latest_answers"), numerator: -60_000_000)
    ])
    let diff = VersionDiff(from: WorkedExample.before(), to: after, causes: .known(causes))
    let page = text(diff)
    #expect(page.ranges(of: "<rect class=\"ours\"").count == 2)
    #expect(
      page.contains(
        "The way we count changed (method 2026.1 -&gt; 2026.2 (latest_answers 1 -&gt; 2, variance 1 -&gt; 2)): 1 number differs"
      ))
  }

  @Test func namesAreShownAndNotObeyed() {
    var (before, after) = (WorkedExample.before(), WorkedExample.after())
    for place in before.measures.indices {
      before.measures[place].key.vendor = "<script>\"|\u{1B}"
      after.measures[place].key.vendor = "<script>\"|\u{1B}"
    }
    let page = text(VersionDiff(from: before, to: after, causes: .unknown("<none>")))
    #expect(MarkupReader(page).faults == [])
    #expect(!page.contains("<script"))
    #expect(!page.contains("\u{1B}"))
  }

  @Test func equalVersionsHaveAPageToo() {
    let page = text(SampleTables.diff(to: SampleTables.before))
    #expect(page.contains("<h1>No number changed</h1>"))
    #expect(MarkupReader(page).faults == [])
  }

  private func text(_ diff: VersionDiff) -> String {
    String(decoding: DiffHTML(diff).bytes, as: UTF8.self)
  }
}
