import RequiteModel

/// The facts of the fixtures, and the settings under which the references were computed.
struct ReferenceFacts {
  /// What exact fractions gave.
  let reference: JSONNode
  /// The settings of the references.
  let config: JSONNode

  init() throws {
    reference = try Fixture.object("statistics/reference_py.json")
    config = try Fixture.object("statistics/config.json")
  }

  /// The names of the components in the reference.
  static let codes = ["S1", "S2", "S3", "E1", "E2", "E3", "C1", "C2", "C3", "C4"]

  /// The settings, with the window of one of the two periods; ranks, which take long, are left out.
  func settings(period: String) -> Settings {
    var settings = Night.settings()
    settings.asOf = Instant(seconds: config["as_of"].integer!)
    settings.surveyWindow = window(period)
    settings.eventWindow = window(period)
    settings.horizon = config["horizon"].integer!
    settings.followup = config["followup"].integer!
    settings.curveCap = config["km_cap"].integer!
    settings.promiseGrace = config["grace"].integer!
    settings.promiseDefaultDue = config["default_due"].integer!
    let targets = config["targets"]
    settings.targets = Dictionary(uniqueKeysWithValues: targets.keys.map { ($0, targets[$0].integer!) })
    settings.defaultTarget = config["default_target"].integer!
    settings.unaddressedChannels = config["unaddressed"].texts
    settings.minimumDenominator = config["min_den"].integer!
    settings.sensitivityDraws = 0
    return settings
  }

  private func window(_ period: String) -> Window {
    Window(from: Instant(seconds: config[period][0].integer!), to: Instant(seconds: config[period][1].integer!))
  }

  /// The events and responses of the second period, as the reference scores them.
  ///
  /// The reference ends its curves with the window; ours go on to `as_of`. One thread, x13, opens between the two.
  func events(asOneVendor: Bool = false) throws -> Night {
    let events = try Fixture.rows("statistics/events.csv").filter { $0["thread_id"] != "x13" }.map { row in
      EventSpec(
        id: row["event_id"]!, thread: row["vendor_id"]! + "/" + row["thread_id"]!,
        vendor: asOneVendor ? "acme" : row["vendor_id"]!, customer: row["customer_id"]!,
        at: Int64(row["at"]!)! - Night.start, channel: row["channel"]!,
        direction: Direction(rawValue: row["direction"]!)!, kind: EventKind(rawValue: row["kind"]!)!,
        agent: row["agent_id"]!, due: Int64(row["due_at"]!).map { $0 - Night.start },
        value: Double(row["value"]!).map { Int64(($0 * 1_000_000).rounded()) })
    }
    return Night(events: events, responses: try responseSpecs(), settings: settings(period: "p2"))
  }

  /// The responses of one period.
  func responses(
    in period: String, as instrument: Instrument = .nps, _ change: (inout Settings) -> Void = { _ in }
  ) throws -> Night {
    var settings = settings(period: period)
    settings.dimensions = []
    change(&settings)
    return Night(responses: try responseSpecs(as: instrument), settings: settings)
  }

  /// All responses; their level is the attribute `named`.
  func responseSpecs(as instrument: Instrument = .nps, level named: String = "segment") throws -> [ResponseSpec] {
    try Fixture.rows("statistics/responses.csv").map { row in
      ResponseSpec(
        id: row["response_id"]!, vendor: row["vendor_id"]!, customer: row["customer_id"]!, account: row["account_id"]!,
        instrument: instrument, score: Int32(row["score"]!), at: Int64(row["responded_at"]!)! - Night.start,
        weight: Int64((Double(row["weight"]!)! * 1_000_000).rounded()), stratum: row["stratum"]!,
        channel: row["channel"]!, levels: [row[named]!])
    }
  }

  /// Both periods with their times drawn together, so that each lies in a month of its own: January and February.
  ///
  /// Which answer is a customer's latest stays the same.
  func months(_ belongs: (ResponseSpec) -> Bool = { _ in true }) throws -> Night {
    let windows = ["p1", "p2"].map { window($0) }
    let responses = try responseSpecs().filter(belongs).compactMap { response -> ResponseSpec? in
      let moment = Instant(seconds: response.at! + Night.start)
      guard let month = windows.firstIndex(where: { $0.contains(moment) }) else { return nil }
      let age = moment.seconds - windows[month].from.seconds
      return response.with { $0.at = (month == 0 ? 0 : 31 * Night.day) + age * 3 / 5 }
    }
    let settings = Night.settings {
      $0.dimensions = ["segment"]
      $0.periods = .month
    }
    return Night(responses: responses, settings: settings)
  }

  /// How many clusters each stratum has in the population.
  static func population() throws -> [String: Int64] {
    let rows = try Fixture.rows("statistics/strata.csv")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["stratum"]!, Int64($0["population_psu"]!)!) })
  }
}

/// Agreement as METHODS B0.5 asks for it; a missing number agrees with nothing.
func isClose(_ value: Double?, _ expected: Double?) -> Bool {
  guard let value, let expected else { return false }
  return abs(value - expected) <= 1e-9 * max(1, abs(expected))
}

/// Whether an interval, times `factor`, is that of a reference.
func isClose(_ measure: Measure, to interval: JSONNode, times factor: Double = 1) -> Bool {
  isClose(measure.low.map { $0 * factor }, interval[0].double)
    && isClose(measure.high.map { $0 * factor }, interval[1].double)
}
