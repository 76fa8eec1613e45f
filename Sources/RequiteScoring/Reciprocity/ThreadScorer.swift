import RequiteModel

/// The first stage of scoring: judges the threads of one bucket whole.
///
///     let scored = ThreadScorer(plan: plan).score(interactions, into: &tables)
///
/// Leaves an outcome for the customer of each thread, the vendor's follow-ups for the customers they went to, and adds
/// first-answer curves and diagnostics to the state. What comes out depends on which events come in, never on their
/// order.
public struct ThreadScorer: Sendable {
  private let settings: Settings
  private let cells: CellPlan
  private let rules: ThreadRules
  private let names: NameFingerprints

  /// Prepares for a night.
  public init(plan: Plan) {
    settings = plan.settings
    cells = CellPlan(plan: plan)
    rules = ThreadRules(plan: plan)
    names = NameFingerprints(plan: plan)
  }

  /// Judges the threads of `interactions`: deduplicated events in any order, every thread with all of its events.
  ///
  /// Events after `as_of` do not count. A thread takes part when it opened since the event window began, and is judged
  /// (mature) when it opened inside the window and its horizon has passed; the others are only timed.
  ///
  /// - Complexity: O(*n* log *n*).
  public func score(_ interactions: [Interaction], into tables: inout StateTables) -> ScoredThreads {
    var pass = ThreadPass(digest: ThreadDigest(names: names))
    let events = ordered(
      interactions, where: { $0.at <= settings.asOf }, by: EventPlace.init,
      ties: { $0.id.precedes($1.id) })
    var start = 0
    while start < events.count {
      var end = start + 1
      while end < events.count, events[end].thread == events[start].thread { end += 1 }
      score(thread: events[start..<end], in: &pass)
      start = end
    }
    pass.addDiagnostics(to: &tables)
    for (cell, curve) in pass.curves { tables.curves[cell, default: Histogram()].merge(curve) }
    return pass.scored
  }

  private func score(thread events: ArraySlice<Interaction>, in pass: inout ThreadPass) {
    for place in events.indices where events[place].kind == .surveyFollowup {
      addFollowup(events[place], to: &pass)
    }
    let first = events[events.startIndex]
    guard settings.eventWindow.from <= first.at else { return }
    var outcome = Outcome(
      vendor: first.vendor, customer: first.customer, openedAt: first.at, channel: first.channel, levels: first.levels,
      digest: pass.digest.digest(of: events))
    outcome.isTimed = first.opensThread && !rules.isUnaddressed[Int(first.channel)]
    outcome.isMature =
      settings.eventWindow.contains(first.at) && first.at.seconds + settings.horizon <= settings.asOf.seconds
    if outcome.isTimed { addWait(of: events, to: &pass) }
    if outcome.isMature {
      let thread = JudgedThread(events: events, rules: rules)
      outcome.counts = ThreadComponents.counts(of: thread)
      pass.add(thread, vendor: first.vendor)
    }
    pass.addConflicts(in: events)
    pass.scored.outcomes.append(outcome)
  }

  /// Only follow-ups since the survey window began can come after a response that counts.
  private func addFollowup(_ event: Interaction, to pass: inout ThreadPass) {
    guard event.direction == .outgoing, settings.surveyWindow.from <= event.at else { return }
    pass.scored.followups.append(Followup(vendor: event.vendor, customer: event.customer, at: event.at))
  }

  private func addWait(of events: ArraySlice<Interaction>, to pass: inout ThreadPass) {
    let first = events.startIndex
    let answer = events.indices.first { events[$0].isAnswer }
    let wait = FirstAnswer(asOf: settings.asOf, cap: settings.curveCap)
      .wait(openedAt: events[first].at, answeredAt: answer.map { events[$0].at })
    let whole = Cell(vendor: events[first].vendor)
    pass.curves[whole, default: Histogram()].add(wait)
    if let dimension = cells.channelDimension {
      let part = Cell(vendor: whole.vendor, dimension: dimension, level: events[first].channel)
      pass.curves[part, default: Histogram()].add(wait)
    }
  }
}

/// What the threads of one bucket leave for the stage that scores customers.
public struct ScoredThreads: Sendable {
  /// One row for each thread that takes part, by the thread's fingerprint.
  public var outcomes: [Outcome] = []
  /// The vendor's follow-ups since the survey window began, by thread and time.
  public var followups: [Followup] = []

  /// Creates an empty result.
  public init() {}
}

/// The place of an event among others: its thread, then time, then in before out.
///
/// Ids settle the rest.
private struct EventPlace: Comparable {
  let thread: Hash128
  let at: Instant
  let direction: UInt8

  init(_ event: Interaction) {
    thread = event.thread
    at = event.at
    direction = event.direction.code
  }

  static func < (left: EventPlace, right: EventPlace) -> Bool {
    if left.thread != right.thread { return left.thread < right.thread }
    if left.at != right.at { return left.at < right.at }
    return left.direction < right.direction
  }
}
