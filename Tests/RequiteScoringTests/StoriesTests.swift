import RequiteModel
import RequiteScoring
import Testing

/// The three stories of the documentation, from dump rows to published numbers.
@Suite struct StoriesTests {
  private let expected: JSONNode
  private let night: Night
  private let measures: [Measure]

  init() throws {
    expected = try Fixture.object("stories/expected.json")
    night = try Night(
      events: Fixture.rows("stories/interactions.csv").map(EventSpec.init(story:)),
      responses: Fixture.rows("stories/surveys.csv").map(ResponseSpec.init(story:)),
      settings: StoriesTests.settings(expected["settings"]))
    measures = try night.measures()
  }

  @Test(arguments: ["northwind-air", "lumen-telecom", "harbor-hotels"])
  func everyComponentHasTheCountsOfTheStory(vendor: String) throws {
    for component in Component.allCases {
      let measure = try #require(measures.find("reciprocity." + component.rawValue, vendor: vendor))
      let counts = expected[vendor][component.rawValue].doubles
      #expect([measure.numerator, measure.denominator] == counts.map { $0 }, "\(component)")
    }
  }

  @Test(arguments: ["northwind-air", "lumen-telecom", "harbor-hotels"])
  func indexAndPillarsAreThoseOfTheStory(vendor: String) throws {
    let index = try #require(measures.find("reciprocity.index", vendor: vendor)?.estimate)
    #expect(abs(index - expected[vendor]["index"].double!) < 1e-6)
    for pillar in Pillar.allCases {
      let value = try #require(measures.find("reciprocity." + pillar.rawValue, vendor: vendor)?.estimate)
      #expect(abs(value - expected[vendor]["pillars"][pillar.rawValue].double!) < 1e-6, "\(pillar)")
    }
  }

  @Test func oneCustomerGivesNoInterval() throws {
    let index = try #require(measures.find("reciprocity.index", vendor: "northwind-air"))
    #expect(index.n == 1)
    #expect(index.low == nil && index.high == nil && index.standardError == nil)
    #expect(index.reason == .tooFewForVariance)
  }

  @Test func theFirstAnswerCameAfterFourMinutes() throws {
    let median = try #require(measures.find("first_answer.median_seconds", vendor: "northwind-air"))
    #expect(median.estimate == expected["northwind-air"]["first_answer_seconds"][0].double)
    #expect(measures.find("first_answer.share_5m", vendor: "northwind-air")?.estimate == 1)
    #expect(measures.find("first_answer.median_seconds", vendor: "lumen-telecom")?.reason == .notReached)
  }

  @Test(arguments: ["northwind-air", "lumen-telecom"])
  func votesAreANetOfTheirNumber(vendor: String) throws {
    let votes = try #require(measures.find("loyalty.votes_net", vendor: vendor))
    #expect(votes.numerator == expected["votes"][vendor]["net"].double)
    #expect(votes.denominator == expected["votes"][vendor]["votes"].double)
    #expect(votes.estimate == 100)
  }

  @Test func withTheUsualMinimumNothingOfASingleCustomerIsShown() throws {
    var plan = night.plan
    plan.settings.suppressionMinimum = 10
    for measure in try RequiteScoring.measures(of: night.tables(), plan: plan) where measure.reason != .noData {
      #expect(measure.estimate == nil && measure.numerator == nil && measure.n == 0, "\(measure.key)")
      #expect(measure.reason == .smallCell)
    }
  }

  private static func settings(_ node: JSONNode) -> Settings {
    var settings = Settings()
    let asOf = Instant(rfc3339: "2012-07-31T00:00:00Z")!
    let window = node["window_days"].integer! * Night.day
    settings.asOf = asOf
    settings.horizon = node["horizon_days"].integer! * Night.day
    settings.followup = node["followup_days"].integer! * Night.day
    settings.surveyWindow = Window(from: Instant(seconds: asOf.seconds - window), to: asOf)
    let end = asOf.seconds - settings.horizon
    settings.eventWindow = Window(from: Instant(seconds: end - window), to: Instant(seconds: end))
    let targets = node["targets_seconds"]
    settings.targets = Dictionary(
      uniqueKeysWithValues: targets.keys.filter { $0 != "default" }.map { ($0, targets[$0].integer!) })
    settings.defaultTarget = targets["default"].integer!
    settings.unaddressedChannels = node["unaddressed_channels"].texts
    settings.minimumDenominator = node["minimum_denominator"].integer!
    settings.suppressionMinimum = 0
    return settings
  }
}

extension EventSpec {
  /// A row of the stories' interactions.
  fileprivate init(story row: [String: String]) {
    self.init(
      id: row["event_id"]!, thread: row["thread_id"]!, vendor: row["vendor_id"]!, customer: row["customer_id"]!,
      at: seconds(row["at"]!)!, channel: row["channel"]!, direction: Direction(rawValue: row["direction"]!)!,
      kind: EventKind(rawValue: row["kind"]!)!, agent: row["agent_id"]!, due: seconds(row["due_at"]!),
      value: Int64(row["value"]!).map { $0 * 1_000_000 })
  }
}

extension ResponseSpec {
  /// A row of the stories' surveys.
  fileprivate init(story row: [String: String]) {
    self.init(
      id: row["response_id"]!, vendor: row["vendor_id"]!, customer: row["customer_id"]!,
      instrument: Instrument(rawValue: row["instrument"]!)!, scale: row["scale"]!, score: Int32(row["score"]!),
      votes: Int64(row["votes"]!) ?? 0, at: seconds(row["responded_at"]!), invitedAt: seconds(row["invited_at"]!),
      channel: row["channel"]!)
  }
}

/// Seconds after the start of specs.
private func seconds(_ text: String) -> Int64? {
  Instant(rfc3339: text).map { $0.seconds - Night.start }
}
