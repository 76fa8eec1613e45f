import RequiteModel
import RequiteScoring
import Testing

@Suite struct ChannelMixTests {
  /// Messages of a customer and answers of the vendor, by channel, in one thread.
  private func events(_ thread: String, _ messages: [(channel: String, asked: Int, answered: Int)]) -> [EventSpec] {
    messages.flatMap { channel, asked, answered in
      (0..<asked).map { EventSpec.asks("\(thread)\(channel)?\($0)", at: Int64($0), on: channel) }
        + (0..<answered).map { EventSpec.says("\(thread)\(channel)!\($0)", at: 100 + Int64($0), on: channel) }
    }
    .map { event in event.with { ($0.thread, $0.customer) = (thread, thread) } }
  }

  private func share(_ side: String, _ channel: String, in measures: [Measure]) -> Measure? {
    measures.find("diagnostics.channel_mix_" + side, dimension: "channel", level: channel)
  }

  @Test func sharesAreOfAllMessagesOfASide() throws {
    let measures = try Night(events: events("t", [("chat", 3, 1), ("email", 1, 3)])).measures()
    let asked = try #require(share("customers", "chat", in: measures))
    #expect(asked.estimate == 0.75 && asked.numerator == 3 && asked.denominator == 4)
    #expect(share("vendor", "chat", in: measures)?.estimate == 0.25)
    #expect(share("vendor", "email", in: measures)?.estimate == 0.75)
    #expect(measures.find("diagnostics.channel_mix_distance")?.estimate == 0.5)
  }

  @Test(
    arguments: [
      ([("chat", 2, 4), ("email", 1, 2)], 0), ([("chat", 2, 0), ("email", 0, 2)], 1), ([("chat", 2, 0)], nil),
    ] as [([(String, Int, Int)], Double?)])
  func theDistanceGoesFromAlikeToNeverMeeting(messages: [(String, Int, Int)], distance: Double?) throws {
    let found = try Night(events: events("t", messages)).measures().find("diagnostics.channel_mix_distance")
    #expect(found?.estimate == distance && found?.reason == (distance == nil ? .noData : nil))
  }

  @Test func robotsAndNotesAreNoMessages() throws {
    let more: [EventSpec] = [
      .says("b", at: 150, on: "sms", by: "bot:x"), .says("n", at: 150, on: "sms").with { $0.direction = .internal },
      .asks("c", at: 150, .consent, on: "sms"),
    ]
    let measures = try Night(events: events("t", [("chat", 2, 1)]) + more.map { $0.with { $0.thread = "t" } })
      .measures()
    #expect(measures.all("diagnostics.channel_mix_customers").map(\.key.level) == ["chat"])
  }

  @Test func aChannelOnWhichNobodyBeganIsListed() throws {
    let measures = try Night(events: events("t", [("chat", 1, 0), ("email", 0, 1)])).measures()
    #expect(share("vendor", "email", in: measures)?.estimate == 1)
    #expect(measures.find("reciprocity.index", dimension: "channel", level: "email") == nil)
  }

  @Test func withoutTheDimensionOnlyTheDistanceIsShown() throws {
    let night = Night(
      events: events("t", [("chat", 3, 1), ("email", 1, 3)]), settings: Night.settings { $0.dimensions = [] })
    let measures = try night.measures()
    #expect(measures.find("diagnostics.channel_mix_distance")?.estimate == 0.5)
    #expect(measures.all("diagnostics.channel_mix_customers").isEmpty)
  }

  @Test func sharesOfHiddenChannelsAreHidden() throws {
    let threads = [("chat", 20), ("email", 12), ("phone", 3)].flatMap { channel, count in
      (0..<count).flatMap { events("\(channel)\($0)", [(channel, 1, 1)]) }
    }
    let measures = try Night(events: threads, settings: Night.settings { $0.suppressionMinimum = 10 }).measures()
    #expect(share("customers", "chat", in: measures)?.numerator == 20)
    for channel in ["email", "phone"] {
      for side in ["customers", "vendor"] { #expect(share(side, channel, in: measures)?.reason == .smallCell) }
    }
  }
}
