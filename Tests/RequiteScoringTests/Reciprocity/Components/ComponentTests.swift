import RequiteModel
import RequiteScoring
import Testing

/// One row of a component's table: a thread, and what it must come to.
struct ComponentCase: CustomTestStringConvertible {
  let testDescription: String
  let events: [EventSpec]
  let expected: Ratio

  init(_ description: String, _ numerator: UInt32, of denominator: UInt32, _ events: EventSpec...) {
    testDescription = description
    self.events = events
    expected = Ratio(numerator, of: denominator)
  }

  /// What the thread came to in one component.
  func counted(_ component: Component) throws -> Ratio {
    try #require(Night(events: events).outcomes().first).counts[component]
  }
}

private let horizon: Int64 = 14 * 86_400

@Suite struct ComponentTests {
  @Test(arguments: [
    ComponentCase("silence", 0, of: 1, .asks("1", at: 0)),
    ComponentCase("an answer", 1, of: 1, .asks("1", at: 0), .says("2", at: 5)),
    ComponentCase("an answer elsewhere", 1, of: 1, .asks("1", at: 0), .says("2", at: 5, on: "phone")),
    ComponentCase("a promise answers", 1, of: 1, .asks("1", at: 0), .says("2", at: 5, .promise)),
    ComponentCase("resolving answers", 1, of: 1, .asks("1", at: 0), .says("2", at: 5, .resolved)),
    ComponentCase("fulfilling answers", 1, of: 1, .asks("1", at: 0), .says("2", at: 5, .fulfilled)),
    ComponentCase("a change is no answer", 0, of: 1, .asks("1", at: 0), .says("2", at: 5, .change, value: 1)),
    ComponentCase("a follow-up is no answer", 0, of: 1, .asks("1", at: 0), .says("2", at: 5, .surveyFollowup)),
    ComponentCase("a robot is no answer", 0, of: 1, .asks("1", at: 0), .says("2", at: 5, by: "bot:hal")),
    ComponentCase(
      "a note inside is no answer", 0, of: 1, .asks("1", at: 0), .says("2", at: 5).with { $0.direction = .internal }),
    ComponentCase("the last second counts", 1, of: 1, .asks("1", at: 0), .says("2", at: horizon)),
    ComponentCase("the next does not", 0, of: 1, .asks("1", at: 0), .says("2", at: horizon + 1)),
    ComponentCase("in before out in one second", 1, of: 1, .says("1", at: 0), .asks("2", at: 0)),
    ComponentCase("begun by the vendor", 0, of: 0, .says("1", at: 0), .asks("2", at: 1), .says("3", at: 2)),
    ComponentCase("begun by a consent", 0, of: 0, .asks("1", at: 0, .consent), .says("2", at: 2)),
    ComponentCase("overheard", 0, of: 0, .asks("1", at: 0, on: "overheard"), .says("2", at: 2)),
  ])
  func answered(_ row: ComponentCase) throws {
    #expect(try row.counted(.answered) == row.expected)
  }

  @Test(arguments: [
    ComponentCase("silence is no case", 0, of: 0, .asks("1", at: 0)),
    ComponentCase("the same", 1, of: 1, .asks("1", at: 0), .says("2", at: 5), .says("3", at: 6, on: "chat")),
    ComponentCase("another first", 0, of: 1, .asks("1", at: 0), .says("2", at: 5, on: "chat"), .says("3", at: 6)),
    ComponentCase("overheard", 0, of: 0, .asks("1", at: 0, on: "overheard"), .says("2", at: 5, on: "overheard")),
  ])
  func sameChannel(_ row: ComponentCase) throws {
    #expect(try row.counted(.sameChannel) == row.expected)
  }

  @Test(arguments: [
    ComponentCase("addressed is no case", 0, of: 0, .asks("1", at: 0), .says("2", at: 5)),
    ComponentCase("ignored", 0, of: 1, .asks("1", at: 0, on: "overheard")),
    ComponentCase("taken up", 1, of: 1, .asks("1", at: 0, on: "overheard"), .says("2", at: 5, on: "dm")),
    ComponentCase("not a message", 0, of: 0, .asks("1", at: 0, .other, on: "overheard"), .says("2", at: 5, on: "dm")),
  ])
  func listening(_ row: ComponentCase) throws {
    #expect(try row.counted(.listening) == row.expected)
  }

  @Test(arguments: [
    ComponentCase("silence is late", 0, of: 1, .asks("1", at: 0)),
    ComponentCase("the target's last second", 1, of: 1, .asks("1", at: 0, on: "chat"), .says("2", at: 300)),
    ComponentCase("a second late", 0, of: 1, .asks("1", at: 0, on: "chat"), .says("2", at: 301)),
    ComponentCase("the channel asked counts", 1, of: 1, .asks("1", at: 0), .says("2", at: 301, on: "chat")),
    ComponentCase("a channel without target", 1, of: 1, .asks("1", at: 0, on: "fax"), .says("2", at: 86_400)),
    ComponentCase(
      "the first answer decides", 0, of: 1, .asks("1", at: 0, on: "chat"), .says("2", at: 9, by: "bot:x"),
      .says("3", at: 400)),
    ComponentCase("overheard", 0, of: 0, .asks("1", at: 0, on: "overheard"), .says("2", at: 5)),
  ])
  func prompt(_ row: ComponentCase) throws {
    #expect(try row.counted(.prompt) == row.expected)
  }

  @Test(arguments: [
    ComponentCase("no answer", 0, of: 0, .asks("1", at: 0)),
    ComponentCase("the brand", 0, of: 1, .asks("1", at: 0), .says("2", at: 5)),
    ComponentCase("a name and the brand", 1, of: 2, .asks("1", at: 0), .says("2", at: 5, by: "ann"), .says("3", at: 6)),
    ComponentCase("a robot is neither", 0, of: 0, .asks("1", at: 0), .says("2", at: 5, by: "bot:x")),
    ComponentCase("also in threads of the vendor", 1, of: 1, .says("1", at: 0, by: "ann")),
    ComponentCase("also overheard", 1, of: 1, .asks("1", at: 0, on: "overheard"), .says("2", at: 5, by: "ann")),
  ])
  func named(_ row: ComponentCase) throws {
    #expect(try row.counted(.named) == row.expected)
  }

  @Test(arguments: [
    ComponentCase("one answer has no pair", 0, of: 0, .asks("1", at: 0), .says("2", at: 5, by: "ann")),
    ComponentCase("one person", 1, of: 1, .says("1", at: 0, by: "ann"), .says("2", at: 5, by: "ann")),
    ComponentCase(
      "there and back", 0, of: 2, .says("1", at: 0, by: "ann"), .says("2", at: 5, by: "bob"),
      .says("3", at: 6, by: "ann")),
    ComponentCase(
      "the brand does not part them", 1, of: 1, .says("1", at: 0, by: "ann"), .says("2", at: 5),
      .says("3", at: 6, by: "ann")),
    ComponentCase(
      "a robot does not part them", 1, of: 1, .says("1", at: 0, by: "ann"), .says("2", at: 5, by: "bot:x"),
      .says("3", at: 6, by: "ann")),
  ])
  func oneOwner(_ row: ComponentCase) throws {
    #expect(try row.counted(.oneOwner) == row.expected)
  }

  @Test(arguments: [
    ComponentCase("neither", 0, of: 1, .asks("1", at: 0), .says("2", at: 5)),
    ComponentCase("resolved", 1, of: 1, .asks("1", at: 0), .says("2", at: 5, .resolved)),
    ComponentCase(
      "reopened", 0, of: 1, .asks("1", at: 0), .says("2", at: 5, .resolved), .asks("3", at: 6, .reopened)),
    ComponentCase(
      "resolved again", 1, of: 1, .asks("1", at: 0), .says("2", at: 5, .resolved), .asks("3", at: 6, .reopened),
      .says("4", at: 7, .resolved)),
    ComponentCase(
      "reopened in the same second", 1, of: 1, .asks("1", at: 0), .says("2", at: 5, .resolved),
      .asks("3", at: 5, .reopened)),
    ComponentCase(
      "reopened after the horizon", 1, of: 1, .asks("1", at: 0), .says("2", at: 5, .resolved),
      .asks("3", at: horizon + 1, .reopened)),
    ComponentCase("overheard", 0, of: 0, .asks("1", at: 0, on: "overheard"), .says("2", at: 5, .resolved)),
  ])
  func resolved(_ row: ComponentCase) throws {
    #expect(try row.counted(.resolved) == row.expected)
  }

  @Test(arguments: [
    ComponentCase("no change", 0, of: 0, .asks("1", at: 0)),
    ComponentCase("for the better", 1, of: 1, .says("1", at: 0, .change, value: 3)),
    ComponentCase("imposed", 0, of: 1, .says("1", at: 0, .change, value: -3)),
    ComponentCase("worth nothing", 0, of: 0, .says("1", at: 0, .change, value: 0)),
    ComponentCase("without a value", 0, of: 0, .says("1", at: 0, .change)),
    ComponentCase("asked for by the customer", 0, of: 0, .asks("1", at: 0, .change).with { $0.value = -3 }),
    ComponentCase("agreed", 1, of: 1, .asks("1", at: 0, .consent), .says("2", at: 1, .change, value: -3)),
    ComponentCase("agreed too late", 0, of: 1, .says("1", at: 0, .change, value: -3), .asks("2", at: 1, .consent)),
    ComponentCase(
      "one consent, two changes", 1, of: 2, .asks("1", at: 0, .consent), .says("2", at: 1, .change, value: -3),
      .says("3", at: 2, .change, value: -3)),
    ComponentCase(
      "two consents, two changes", 2, of: 2, .asks("1", at: 0, .consent), .asks("2", at: 0, .consent),
      .says("3", at: 1, .change, value: -3), .says("4", at: 2, .change, value: -3)),
    ComponentCase(
      "the better one uses no consent up", 2, of: 2, .asks("1", at: 0, .consent), .says("2", at: 1, .change, value: 3),
      .says("3", at: 2, .change, value: -3)),
    ComponentCase("after the horizon", 0, of: 0, .asks("1", at: 0), .says("2", at: horizon + 1, .change, value: -3)),
  ])
  func fairChange(_ row: ComponentCase) throws {
    #expect(try row.counted(.fairChange) == row.expected)
  }
}
