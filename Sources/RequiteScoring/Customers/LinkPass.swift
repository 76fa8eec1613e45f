import RequiteModel

/// How many of a vendor's customers a crosswalk knows, source by source.
///
/// A source is what customers are met in: responses of the survey window, mature threads.
struct LinkCounts {
  /// Customers of a source.
  struct Source {
    /// All of them.
    var people: Int128 = 0
    /// Those whom the crosswalk knows as one person.
    var linked: Int128 = 0
    /// Those whose id it gives to several persons.
    var disputed: Int128 = 0

    mutating func add(_ standing: IdentityStanding) {
      people += 1
      if standing == .linked { linked += 1 }
      if standing == .disputed { disputed += 1 }
    }

    fileprivate var values: [Int128] { [people, linked, disputed] }
  }

  /// Integers in a value.
  static let width = 9

  var surveys = Source()
  var interactions = Source()
  /// Met in the one or the other.
  var all = Source()

  /// Nobody yet.
  init() {}

  /// The counts of a tally's value.
  init(values: [Int128]) {
    let source = { (first: Int) in
      Source(people: values[first], linked: values[first + 1], disputed: values[first + 2])
    }
    (surveys, interactions, all) = (source(0), source(3), source(6))
  }

  /// The integers of a tally's value.
  var values: [Int128] { surveys.values + interactions.values + all.values }
}

/// The link counts as they grow while customers are scored.
struct LinkPass {
  private let window: Window
  private var counts: [LinkCounts]

  init(plan: Plan) {
    window = plan.settings.surveyWindow
    counts = Array(repeating: LinkCounts(), count: plan.vendors.count)
  }

  /// Adds one customer, of whom the crosswalk says `standing`.
  mutating func add(_ customer: CustomerFacts, standing: IdentityStanding) {
    let answered = customer.responses.indices.contains { place in
      customer.responses.place(place).pointee.isCustomersAnswer(in: window)
    }
    let wrote = customer.outcomes.indices.contains { customer.outcomes.place($0).pointee.isMature }
    let vendor = Int(customer.key.vendor)
    if answered { counts[vendor].surveys.add(standing) }
    if wrote { counts[vendor].interactions.add(standing) }
    if answered || wrote { counts[vendor].all.add(standing) }
  }

  /// Moves the counts to the state.
  func finish(into tables: inout StateTables) {
    tables.update(.links) { tally in
      for (vendor, count) in counts.enumerated() where count.all.people > 0 {
        tally.add(count.values, to: [UInt64(vendor)])
      }
    }
  }
}

extension Response {
  /// Whether a customer answered it for themselves in the window.
  func isCustomersAnswer(in window: Window) -> Bool {
    instrument.asksCustomers && (respondedAt.map(window.contains) ?? false)
  }
}

extension Instrument {
  /// Whether customers answer for themselves: neither employees, nor the vendor, nor a crowd.
  var asksCustomers: Bool {
    switch self {
    case .nps, .csat, .ces, .other: true
    case .enps, .votes, .`self`: false
    }
  }
}
