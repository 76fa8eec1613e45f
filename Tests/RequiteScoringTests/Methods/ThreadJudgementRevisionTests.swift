import RequiteModel
import RequiteScoring
import Testing

/// Whether a customer who writes again after the resolution has reopened the thread: the stage `thread_judgement`.
@Suite struct ThreadJudgementRevisionTests {
  private let third = Method(released: "2026.3")!

  private func resolved(_ method: Method, _ events: [EventSpec]) throws -> Measure? {
    try Night(events: events, settings: Night.settings { $0.method = method }).measures().find("reciprocity.resolved")
  }

  private func thread(_ name: String, _ after: [EventSpec]) -> [EventSpec] {
    ([.asks("q", at: 0), .says("a", at: 60, .resolved)] + after).map { event in
      event.with {
        $0.id = "\(name)-\($0.id)"
        $0.thread = name
      }
    }
  }

  @Test func theExampleOfTheArticleIsRight() throws {
    let events =
      thread("t1", []) + thread("t2", []) + thread("t3", [.asks("r", at: 120)])
      + thread("t4", [.says("r", at: 120, .reopened)])
    #expect(try resolved(Method(released: "2026.2")!, events)?.estimate == 0.75)
    #expect(try resolved(third, events)?.estimate == 0.5)
  }

  @Test(
    arguments: [
      ([.asks("m", at: 30)], true), ([.says("m", at: 90)], true), ([.asks("m", at: 90, .consent)], true),
      ([.asks("m", at: 90)], false), ([.asks("m", at: 90), .says("n", at: 99)], false),
      ([.asks("m", at: 90), .says("n", at: 99, .resolved)], true),
      ([.says("m", at: 90, .reopened), .says("n", at: 99, .resolved)], true),
      ([.asks("m", at: 15 * 86_400)], true),
    ] as [([EventSpec], Bool)])
  func onlyTheCustomersOwnWordAfterTheLastResolutionReopens(_ after: [EventSpec], _ isResolved: Bool) throws {
    #expect(try resolved(third, thread("t", after))?.estimate == (isResolved ? 1 : 0))
    let before = after.contains { $0.kind == .reopened } ? isResolved : true
    #expect(try resolved(.current, thread("t", after))?.estimate == (before ? 1 : 0))
  }
}
