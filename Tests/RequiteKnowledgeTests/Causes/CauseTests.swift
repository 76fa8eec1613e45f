import RequiteKnowledge
import RequiteModel
import RequiteScoring
import Testing

/// Each cause by itself, from dumps, with what it does to the score.
@Suite struct CauseTests {
  private let warehouse = Warehouse()
  private let nps = MeasureKey(vendor: "acme", metric: "loyalty.nps")
  private let kept = [
    ResponseLine(id: "a", customer: "ann", score: 10, at: 25), ResponseLine(id: "b", customer: "bob", score: 3, at: 26),
  ]

  @Test func aLateResponse() throws {
    let first = Warehouse.Dump.surveys("1", kept)
    let late = Warehouse.Dump.surveys("2", [ResponseLine(id: "c", customer: "cid", score: 2, at: 27)])
    let changes = try warehouse.compare([first], [first, late]).changes
    #expect(changes.counts[nps]?.changes == [.whole(.knowledge, .late, -1, 1)])
    #expect(changes.facts == [Cause(.knowledge, .late): [.surveys: 1]])
    #expect(changes.counts[nps]?.churn == ChurnSums())
  }

  @Test func aCorrectedScore() throws {
    let first = Warehouse.Dump.surveys("1", kept)
    var row = kept[0]
    (row.score, row.revision) = (1, 2)
    let changes = try warehouse.compare([first], [first, .surveys("2", [row])]).changes
    #expect(changes.counts[nps]?.changes == [.whole(.knowledge, .corrected, -2, 0)])
    #expect(changes.facts == [Cause(.knowledge, .corrected): [.surveys: 1]])
  }

  @Test func aCorrectedChannelMovesARowBetweenCells() throws {
    let first = Warehouse.Dump.surveys("1", kept)
    var row = kept[0]
    (row.channel, row.revision) = ("chat", 2)
    let changes = try warehouse.compare([first], [first, .surveys("2", [row])]).changes
    #expect(changes.counts[nps] == nil)
    func cell(_ level: String) -> MeasureKey {
      MeasureKey(vendor: "acme", dimension: "channel", level: level, metric: "loyalty.nps")
    }
    #expect(changes.counts[cell("email")]?.changes == [.whole(.knowledge, .corrected, -1, -1)])
    #expect(changes.counts[cell("chat")]?.changes == [.whole(.knowledge, .corrected, 1, 1)])
  }

  @Test func aResponseThatMovesToAnotherCustomer() throws {
    let first = Warehouse.Dump.surveys("1", kept)
    var row = kept[0]
    (row.customer, row.revision) = ("zoe", 2)
    let corrected = CausedChange.whole(.knowledge, .corrected, rows: 2, 0, 0)
    // Beside the first dump, and instead of it.
    for dumps in [[first, .surveys("2", [row])], [.surveys("1", [row, kept[1]])]] {
      let changes = try warehouse.compare([first], dumps).changes
      #expect(changes.counts[nps]?.changes == [corrected])
      #expect(changes.facts == [Cause(.knowledge, .corrected): [.surveys: 1]])
    }
  }

  @Test func twoCustomersWhoTurnOutToBeOne() throws {
    let dumps = [Warehouse.Dump.surveys("1", kept)]
    let changes = try warehouse.compare(dumps, dumps + [.crosswalk("1", ["ann": "bob"])]).changes
    // Of the two answers the later one stands, and both rows are of somebody who answered otherwise.
    #expect(changes.counts[nps]?.changes.map(\.numerator).reduce(0, +) == -1_000_000)
    #expect(changes.counts[nps]?.changes.map(\.denominator).reduce(0, +) == -1_000_000)
    #expect(
      changes.facts == [Cause(.knowledge, .corrected): [.surveys: 1], Cause(.knowledge, .late): [.crosswalk: 1]])
    let back = try warehouse.compare(dumps + [.crosswalk("1", ["ann": "bob"])], dumps).changes
    #expect(
      back.facts == [Cause(.knowledge, .corrected): [.surveys: 1], Cause(.knowledge, .removed): [.crosswalk: 1]])
  }

  @Test func aCrosswalkThatSaysTheSameMovesNothing() throws {
    let dumps = [Warehouse.Dump.surveys("1", kept)]
    let one = Warehouse.Dump.crosswalk("1", ["ann": "p1", "bob": "p2"])
    let parts = [Warehouse.Dump.crosswalk("1", ["bob": "p2"]), .crosswalk("2", ["ann": "p1", "bob": "p2"])]
    let changes = try warehouse.compare(dumps + [one], dumps + parts).changes
    #expect(changes.facts == [:])
    #expect(changes.counts[nps]?.changes ?? [] == [])
  }

  @Test func aRemovedAMissingAndAnErasedResponse() throws {
    let dumps = [Warehouse.Dump.surveys("1", kept)]
    let removed = try warehouse.compare(dumps, [.surveys("1", [kept[1]])]).changes
    #expect(removed.counts[nps]?.changes == [.whole(.knowledge, .removed, -1, -1)])
    let other = Warehouse.Dump.surveys("2", [ResponseLine(id: "c", customer: "cid", score: 9, at: 27)])
    let missing = try warehouse.compare(dumps + [other], dumps).changes
    #expect(missing.counts[nps]?.changes == [.whole(.knowledge, .fileMissing, -1, -1)])
    let erased = try warehouse.compare(dumps, dumps + [.erasures("1", ["ann"])]).changes
    #expect(erased.counts[nps]?.changes == [.whole(.knowledge, .erased, -1, -1)])
    #expect(erased.facts == [Cause(.knowledge, .erased): [.surveys: 1], Cause(.knowledge, .late): [.erasures: 1]])
  }

  @Test func aLaterAnswerThatWasNotKnownPushesTheEarlierOneOut() throws {
    let first = Warehouse.Dump.surveys("1", kept)
    let later = Warehouse.Dump.surveys("2", [ResponseLine(id: "c", customer: "ann", score: 8, at: 28)])
    let changes = try warehouse.compare([first], [first, later]).changes
    #expect(
      changes.counts[nps]?.changes == [
        .whole(.knowledge, .late, 0, 1), .whole(.knowledge, .knockOn, -1, -1),
      ])
  }

  @Test func thePeriodTakesRowsInAndLeavesOthersBehind() throws {
    let dump = Warehouse.Dump.surveys(
      "1",
      kept + [
        ResponseLine(id: "c", customer: "cid", score: 9, at: 10.5),
        ResponseLine(id: "d", customer: "dan", score: 1, at: 30.5),
        ResponseLine(id: "e", customer: "ann", score: 7, at: 30.6),
      ])
    let changes = try warehouse.compare([dump], [dump], asOf: (30, 31)).changes
    #expect(
      changes.counts[nps]?.changes == [
        .whole(.period, .agedOut, -1, -1), .whole(.period, .new, rows: 2, -1, 2),
        .whole(.period, .knockOn, -1, -1),
      ])
    // Cid left with a promoter, Dan came with a detractor, Ann went from promoter to passive.
    let million: Int128 = 1_000_000
    #expect(
      changes.counts[nps]?.churn
        == ChurnSums(
          customers: 3, numeratorSquared: 3 * million * million, product: 0, denominatorSquared: 2 * million * million))
    #expect(changes.facts == [Cause(.period, .agedOut): [.surveys: 1], Cause(.period, .new): [.surveys: 2]])
  }

  @Test func theLastNightsDumpIsNewAndNotLate() throws {
    let first = Warehouse.Dump.surveys("1", kept)
    let second = Warehouse.Dump.surveys("2", [ResponseLine(id: "d", customer: "dan", score: 1, at: 30.5)])
    let changes = try warehouse.compare([first], [first, second], asOf: (30, 31)).changes
    #expect(changes.counts[nps]?.changes == [.whole(.period, .new, -1, 1)])
    #expect(changes.facts == [Cause(.period, .new): [.surveys: 1]])
  }

  @Test func aLateAnswerMakesAThreadAnswered() throws {
    let question = EventLine(id: "q", thread: "t", customer: "ann", at: 20)
    let answer = EventLine(id: "x", thread: "t", customer: "ann", at: 20.5, direction: "out")
    let first = Warehouse.Dump.interactions("1", [question])
    let changes = try warehouse.compare([first], [first, .interactions("2", [answer])]).changes
    let answered = MeasureKey(vendor: "acme", metric: "reciprocity.answered")
    #expect(changes.counts[answered]?.changes == [.whole(.knowledge, .late, 1, 0)])
    let waits = changes.waits[MeasureKey(vendor: "acme", metric: "first_answer.median_seconds")]
    let waited = Int64(6 * Calendar.day)
    #expect(waits?.before == [waited: .init(censored: 1)])
    #expect(
      waits?.changes == [
        .init(Cause(.knowledge, .late), bins: [waited: .init(censored: -1), Calendar.day / 2: .init(answered: 1)])
      ])
  }

  @Test func aWaitThatGoesOnIsAKnockOnAndAnAnswerIsNew() throws {
    let questions = ["t", "u"].map { EventLine(id: "q\($0)", thread: $0, customer: "ann", at: 29) }
    let answer = EventLine(id: "x", thread: "u", customer: "ann", at: 30.5, direction: "out")
    let dump = Warehouse.Dump.interactions("1", questions + [answer])
    let changes = try warehouse.compare([dump], [dump], asOf: (30, 31)).changes
    let day = Calendar.day
    let waits = changes.waits[MeasureKey(vendor: "acme", metric: "first_answer.median_seconds")]
    #expect(waits?.before == [day: .init(censored: 2)])
    #expect(
      waits?.changes == [
        .init(Cause(.period, .new), bins: [day: .init(censored: -1), day * 3 / 2: .init(answered: 1)]),
        .init(Cause(.period, .knockOn), bins: [day: .init(censored: -1), 2 * day: .init(censored: 1)]),
      ])
  }

  @Test func aDetractorsCaseGoesWithTheFollowUpOrTheTimeAllowed() throws {
    let loop = MeasureKey(vendor: "acme", metric: "reciprocity.closed_loop")
    let dump = Warehouse.Dump.surveys("1", [ResponseLine(id: "b", customer: "bob", score: 3, at: 26.5)])
    let followup = EventLine(
      id: "f", thread: "t", customer: "bob", at: 27, direction: "out", kind: "survey_followup")
    let calls = Warehouse.Dump.interactions("1", [followup])
    let known = try warehouse.compare([dump], [dump, calls], asOf: (31, 31)).changes
    #expect(known.counts[loop]?.changes == [.whole(.knowledge, .late, 1, 0)])
    let due = try warehouse.compare([dump, calls], [dump, calls], asOf: (30, 31)).changes
    #expect(due.counts[loop]?.changes == [.whole(.period, .new, 1, 1)])
    #expect(due.counts[nps] == nil)
  }

  @Test func theRowsOfOneNumberAreKept() throws {
    let first = Warehouse.Dump.surveys("1", kept)
    var row = kept[0]
    (row.score, row.revision) = (1, 2)
    let settings = Warehouse.settings(asOf: 30)
    let found = try ChangeFinder(
      before: KnownSide(warehouse.knowledge([first], settings)),
      after: KnownSide(warehouse.knowledge([first, .surveys("2", [row])], settings)), watching: [nps]
    ).find()
    let rows = found.rows[nps] ?? []
    #expect(rows.map(\.wordBefore) == ["promoter"] && rows.map(\.wordAfter) == ["detractor"])
    #expect(rows.map(\.cause) == [Cause(.knowledge, .corrected)])
    #expect(rows.map(\.numerator) == [-2_000_000])
    #expect(rows.allSatisfy { $0.kind == .response })
  }
}
