import RequiteModel
import RequiteScoring
import Testing

/// A whole night over facts written by a test: plan, stages, merge, finish.
struct Night {
  /// The beginning of all times in specs: 2026-01-01T00:00:00Z.
  static let start: Int64 = 1_767_225_600
  static let day: Int64 = 86_400

  private(set) var plan: Plan
  let interactions: [Interaction]
  let responses: [Response]
  let revenues: [Revenue]

  /// Settings whose windows begin at `start` and whose `as_of` lies `days` later, without suppression and with a single
  /// case enough for a component.
  static func settings(days: Int64 = 100, _ change: (inout Settings) -> Void = { _ in }) -> Settings {
    var settings = Settings()
    settings.asOf = Instant(seconds: start + days * day)
    settings.surveyWindow = Window(from: Instant(seconds: start), to: settings.asOf)
    settings.eventWindow = Window(
      from: Instant(seconds: start), to: Instant(seconds: settings.asOf.seconds - settings.horizon))
    settings.minimumDenominator = 1
    settings.suppressionMinimum = 0
    settings.periods = .none
    change(&settings)
    return settings
  }

  /// Makes codes and pseudonyms of the names in the specs; trend periods are those that the settings ask for.
  init(
    events: [EventSpec] = [], responses: [ResponseSpec] = [], revenues: [RevenueSpec] = [],
    settings: Settings = Night.settings(),
    periods: [String]? = nil, key: String = "key", otherVendors: [String] = []
  ) {
    let vendors = names(events.map(\.vendor) + responses.map(\.vendor) + revenues.map(\.vendor) + otherVendors)
    let channels = names([""] + events.map(\.channel) + responses.map(\.channel))
    let strata = names([""] + responses.map(\.stratum))
    let attributes = settings.attributes
    let attributeLevels = attributes.indices.map { place in
      names([""] + (events.map(\.levels) + responses.map(\.levels)).compactMap { place < $0.count ? $0[place] : nil })
    }
    plan = Plan(
      settings: settings, ledgers: [], vendors: vendors, channels: channels, strata: strata, levels: attributeLevels,
      periods: periods ?? Night.periods(of: settings))
    let codes = Codes(vendors: vendors, channels: channels, strata: strata, levels: attributeLevels, key: key)
    interactions = events.map { codes.interaction($0) }
    self.responses = responses.map { codes.response($0) }
    self.revenues = revenues.map { codes.revenue($0) }
  }

  private static func periods(of settings: Settings) -> [String] {
    TrendPeriod.touching([settings.surveyWindow, settings.eventWindow], length: settings.periods).map(\.label)
  }

  /// The same facts under other settings that need no other codes.
  func with(_ change: (inout Settings) -> Void) -> Night {
    var copy = self
    change(&copy.plan.settings)
    return copy
  }

  /// Runs both stages over everything at once.
  func tables() -> StateTables {
    var order = SeededGenerator(seed: 1)
    return tables(parts: 1, using: &order)
  }

  /// Runs both stages in `parts` parts of threads and of customers, and merges them in a random order.
  func tables(parts: Int, using generator: inout SeededGenerator) -> StateTables {
    var states: [StateTables] = []
    var scored = ScoredThreads()
    let events = deduplicated(interactions).kept
    for part in 0..<parts {
      var state = StateTables()
      let own = events.filter { Int($0.thread.high >> 32) % parts == part }
      let result = ThreadScorer(plan: plan).score(own, into: &state)
      scored.outcomes += result.outcomes
      scored.followups += result.followups
      states.append(state)
    }
    let answers = deduplicated(responses).kept
    let amounts = deduplicated(revenues).kept
    for part in 0..<parts {
      var state = StateTables()
      CustomerScorer(plan: plan).score(
        responses: answers.filter { Int($0.customer.low >> 32) % parts == part },
        outcomes: scored.outcomes.filter { Int($0.customer.low >> 32) % parts == part },
        followups: scored.followups.filter { Int($0.customer.low >> 32) % parts == part },
        revenues: amounts.filter { Int($0.customer.low >> 32) % parts == part }, into: &state)
      states.append(state)
    }
    states.shuffle(using: &generator)
    return states.reduce(into: StateTables()) { $0.merge($1) }
  }

  /// The measures of the night.
  func measures() throws -> [Measure] {
    try RequiteScoring.measures(of: tables(), plan: plan)
  }

  /// The outcomes of the threads.
  func outcomes() -> [Outcome] {
    var state = StateTables()
    return ThreadScorer(plan: plan).score(deduplicated(interactions).kept, into: &state).outcomes
  }
}

extension Night: CustomTestStringConvertible {
  /// How much there is of what, where a night is the argument of a test.
  var testDescription: String {
    "\(interactions.count) events, \(responses.count) responses, \(revenues.count) years of revenue"
  }
}

extension [Measure] {
  /// The measure of a metric, by default of the vendor as a whole over the window.
  func find(
    _ metric: String, vendor: String = "acme", dimension: String = "all", level: String = "*", period: String = "window"
  ) -> Measure? {
    let key = MeasureKey(vendor: vendor, dimension: dimension, level: level, period: period, metric: metric)
    return first { $0.key == key }
  }

  /// The estimates of a metric wherever it stands, by the rest of its key.
  func all(_ metric: String) -> [Measure] { filter { $0.key.metric == metric } }
}

/// Distinct names in byte order.
private func names(_ names: [String]) -> [String] {
  Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}
