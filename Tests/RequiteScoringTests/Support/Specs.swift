import RequiteModel

/// An event as a test writes it: names instead of codes, seconds instead of instants.
struct EventSpec {
  var id: String
  var thread = "t"
  var vendor = "acme"
  var customer = "ada"
  var at: Int64
  var channel = "email"
  var direction: Direction
  var kind: EventKind
  var agent = ""
  var due: Int64?
  var value: Int64?
  var revision: Int64 = 0
  var levels: [String] = []

  /// The customer speaks.
  static func asks(_ id: String, at: Int64, _ kind: EventKind = .message, on channel: String = "email") -> EventSpec {
    EventSpec(id: id, at: at, channel: channel, direction: .incoming, kind: kind)
  }

  /// The vendor speaks.
  static func says(
    _ id: String, at: Int64, _ kind: EventKind = .message, on channel: String = "email", by agent: String = "",
    due: Int64? = nil, value: Int64? = nil
  ) -> EventSpec {
    EventSpec(
      id: id, at: at, channel: channel, direction: .outgoing, kind: kind, agent: agent, due: due, value: value)
  }

  /// The same event elsewhere.
  func with(_ change: (inout EventSpec) -> Void) -> EventSpec {
    var copy = self
    change(&copy)
    return copy
  }
}

/// A response as a test writes it.
struct ResponseSpec {
  var id: String
  var vendor = "acme"
  var customer = "ada"
  var account = ""
  var instrument = Instrument.nps
  var scale = "0-10"
  var score: Int32?
  var votes: Int64 = 0
  var at: Int64? = 0
  var invitedAt: Int64?
  var status = ResponseStatus.complete
  var weight: Int64 = 1_000_000
  var stratum = ""
  var channel = "email"
  var survey = ""
  var revision: Int64 = 0
  var levels: [String] = []

  /// The same response otherwise.
  func with(_ change: (inout ResponseSpec) -> Void) -> ResponseSpec {
    var copy = self
    change(&copy)
    return copy
  }
}

/// A customer's revenue of a year as a test writes it.
struct RevenueSpec {
  var vendor = "acme"
  var customer = "ada"
  var year: Int32
  var amount: Int64
  var acquiredBy = Acquisition.notStated

  /// The same revenue otherwise.
  func with(_ change: (inout RevenueSpec) -> Void) -> RevenueSpec {
    var copy = self
    change(&copy)
    return copy
  }
}
