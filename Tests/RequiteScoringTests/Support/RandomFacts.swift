import RequiteModel

/// A few hundred facts of every kind, the same for the same seed: several vendors, accounts, strata, segments, months,
/// conflicts and duplicates.
struct RandomFacts {
  private(set) var events: [EventSpec] = []
  private(set) var responses: [ResponseSpec] = []
  private(set) var revenues: [RevenueSpec] = []
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    for place in 0..<600 { events.append(event(place)) }
    for place in 0..<200 { responses.append(response(place)) }
    events += events.prefix(10).map { $0.with { $0.channel = "chat" } }
    responses += responses.prefix(10).map { $0.with { $0.score = 1 } } + responses.suffix(5)
    for _ in 0..<150 { revenues.append(revenue()) }
    revenues += revenues.prefix(10).map { $0.with { $0.amount += 1 } } + revenues.suffix(5)
  }

  /// The facts as a night, in their own order.
  func night(key: String = "key", otherVendors: [String] = []) -> Night {
    Night(
      events: events, responses: responses, revenues: revenues, settings: RandomFacts.settings(),
      periods: RandomFacts.periods, key: key, otherVendors: otherVendors)
  }

  /// The facts as a night, shuffled.
  func shuffledNight(using generator: inout SeededGenerator) -> Night {
    Night(
      events: events.shuffled(using: &generator), responses: responses.shuffled(using: &generator),
      revenues: revenues.shuffled(using: &generator),
      settings: RandomFacts.settings(), periods: RandomFacts.periods)
  }

  /// Changes all responses alike.
  mutating func changeResponses(_ change: (inout ResponseSpec) -> Void) {
    responses = responses.map { $0.with(change) }
  }

  /// Changes all events alike.
  mutating func changeEvents(_ change: (inout EventSpec) -> Void) {
    events = events.map { $0.with(change) }
  }

  /// Changes all revenue alike.
  mutating func changeRevenues(_ change: (inout RevenueSpec) -> Void) {
    revenues = revenues.map { $0.with(change) }
  }

  static func settings() -> Settings {
    Night.settings {
      $0.dimensions = ["segment", "channel"]
      $0.raking.margins = [
        RakingSettings.Margin(
          name: "channel",
          shares: [
            .init(level: "", billionths: 300_000_000), .init(level: "email", billionths: 300_000_000),
            .init(level: "chat", billionths: 400_000_000),
          ])
      ]
      $0.periods = .month
      $0.suppressionMinimum = 3
      $0.sensitivityDraws = 20
    }
  }

  static let periods = ["2025-12", "2026-01", "2026-02", "2026-03", "2026-04"]

  private mutating func pick<T>(_ choices: [T]) -> T {
    choices.randomElement(using: &generator)!
  }

  private mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
    Int64.random(in: range, using: &generator)
  }

  private mutating func event(_ place: Int) -> EventSpec {
    let thread = number(0...120)
    return EventSpec(
      id: "e\(place)", thread: "t\(thread)", vendor: thread % 3 == 0 ? "bolt" : "acme", customer: "c\(thread % 40)",
      at: thread * Night.day * 4 / 5 + number(-3_000_000...3_000_000) / 10,
      channel: pick(["chat", "email", "overheard"]),
      direction: pick([.incoming, .outgoing, .outgoing, .internal]), kind: pick(EventKind.allCases),
      agent: pick(["", "ann", "bob", "bot:x"]), due: pick([nil, thread * Night.day]), value: pick([nil, -5, 5, 0]),
      levels: [pick(["", "smb", "corp"])])
  }

  private mutating func response(_ place: Int) -> ResponseSpec {
    let customer = number(0...60)
    let instrument = pick(Instrument.allCases)
    let isVotes = instrument == .votes
    return ResponseSpec(
      id: "r\(place)", vendor: pick(["acme", "bolt"]), customer: "c\(customer)",
      account: customer % 2 == 0 ? "a\(customer % 7)" : "", instrument: instrument,
      scale: isVotes ? "net" : pick(["0-10", "0-10", "1-7"]), score: isVotes ? Int32(2) : Int32(number(0...10)),
      votes: isVotes ? 2 * number(1...5) : 0, at: number(-5...100) * Night.day,
      weight: number(1...4) * 500_000, stratum: pick(["", "north", "south"]), channel: pick(["", "email", "chat"]),
      survey: pick(["", "q1", "q2"]), levels: [pick(["", "smb", "corp"]), pick(["", "u1", "u2"])])
  }

  /// Some customer's revenue of some year; a few come twice and disagree, some are refunds or nothing.
  private mutating func revenue() -> RevenueSpec {
    RevenueSpec(
      vendor: pick(["acme", "bolt"]), customer: "c\(number(0...30))", year: Int32(number(2022...2026)),
      amount: pick([number(1...900_000), number(-500...500), 0]), acquiredBy: pick(Acquisition.allCases))
  }
}
