import RequiteKnowledge
import RequiteModel
import RequiteScoring
import Testing

/// The shares of channels: what is written on one of them moves the shares of all.
@Suite struct MessageMixCauseTests {
  private let warehouse = Warehouse()

  private func key(_ channel: String, _ metric: String = "channel_mix_customers") -> MeasureKey {
    MeasureKey(vendor: "acme", dimension: "channel", level: channel, metric: "diagnostics.\(metric)")
  }

  private let events = [
    EventLine(id: "1", thread: "t", customer: "ann", at: 15),
    EventLine(id: "2", thread: "t", customer: "ann", at: 15.1, direction: "out", agent: "sue"),
    EventLine(id: "3", thread: "u", customer: "bob", at: 16, channel: "email"),
  ]

  @Test func aMessageOnOneChannelMovesTheShareOfEveryOther() throws {
    let first = Warehouse.Dump.interactions("1", events)
    let late = Warehouse.Dump.interactions(
      "2",
      [
        EventLine(id: "4", thread: "u", customer: "bob", at: 16.1, channel: "email"),
        EventLine(id: "5", thread: "v", customer: "cid", at: 16, channel: "email"),
      ])
    let found = try warehouse.compare([first], [first, late], watching: [key("chat"), key("email")])
    let counts = found.changes.counts
    #expect(counts[key("email")]?.changes == [.whole(.knowledge, .late, rows: 2, 2, 2)])
    #expect(counts[key("chat")]?.changes == [.whole(.knowledge, .late, rows: 2, 0, 2)])
    #expect(counts[key("chat", "channel_mix_vendor")] == nil)
    let rows = try #require(found.rows[key("chat")])
    #expect(rows.allSatisfy { $0.kind == .thread && $0.numerator == 0 && $0.denominator == 1_000_000 })
    #expect(Set(rows.map(\.wordAfter)) == ["0 of 2 messages", "0 of 1 message"])
    #expect(found.rows[key("email")]?.count == 2)
  }

  @Test func anAnswerThatWasGivenElsewhereMovesBothChannelsAlone() throws {
    let first = Warehouse.Dump.interactions("1", events)
    var row = events[1]
    (row.channel, row.revision) = ("email", 1)
    let counts = try warehouse.compare([first], [first, .interactions("2", [row])]).changes.counts
    #expect(counts[key("chat", "channel_mix_vendor")]?.changes == [.whole(.knowledge, .corrected, -1, 0)])
    #expect(counts[key("email", "channel_mix_vendor")]?.changes == [.whole(.knowledge, .corrected, 1, 0)])
    #expect(counts[key("overheard", "channel_mix_vendor")] == nil)
    #expect(counts[key("chat")] == nil)
  }

  @Test func whoMovesWithThePeriodIsNoiseOfEveryChannel() throws {
    let moving = [
      EventLine(id: "1", thread: "t", customer: "ann", at: 6), EventLine(id: "2", thread: "u", customer: "bob", at: 15),
      EventLine(id: "3", thread: "v", customer: "ann", at: 26, channel: "email"),
      EventLine(id: "4", thread: "w", customer: "cid", at: 26, channel: "email"),
    ]
    let dump = Warehouse.Dump.interactions("1", moving)
    let counts = try warehouse.compare([dump], [dump], asOf: (30, 32)).changes.counts
    let (chat, email) = (try #require(counts[key("chat")]), try #require(counts[key("email")]))
    #expect(chat.changes == [.whole(.period, .agedOut, -1, -1), .whole(.period, .new, rows: 2, 0, 2)])
    #expect(email.changes == [.whole(.period, .agedOut, 0, -1), .whole(.period, .new, rows: 2, 2, 2)])
    // Ann went from one channel to the other and left the whole as it was; Cid came.
    let square: Int128 = 1_000_000_000_000
    #expect(chat.churn == ChurnSums(customers: 2, numeratorSquared: square, product: 0, denominatorSquared: square))
    #expect(
      email.churn
        == ChurnSums(customers: 2, numeratorSquared: 2 * square, product: square, denominatorSquared: square))
  }
}
