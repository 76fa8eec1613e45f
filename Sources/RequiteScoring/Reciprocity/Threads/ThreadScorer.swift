import RequiteModel

/// The first stage of scoring: judges the threads of some buckets whole.
///
///     let scorer = ThreadScorer(plan: plan)
///     var pass = scorer.begin()
///     for bucket in buckets { scorer.score(bucket, in: &pass) }
///     pass.addSums(to: &tables)
///
/// Leaves an outcome for the customer of each thread, the vendor's follow-ups for the customers they went to, and adds
/// first-answer curves and diagnostics to the state. What comes out depends on which events come in, never on their
/// order.
public struct ThreadScorer: Sendable {
  private let plan: Plan
  private let cells: CellPlan
  private let rules: ThreadRules
  private let names: NameFingerprints

  /// Prepares for a night.
  public init(plan: Plan) {
    self.plan = plan
    cells = CellPlan(plan: plan)
    rules = ThreadRules(plan: plan)
    names = NameFingerprints(plan: plan)
  }

  /// Begins with no threads.
  public func begin() -> ThreadPass {
    ThreadPass(digest: ThreadDigest(names: names), plan: plan, channelDimension: cells.channelDimension)
  }

  /// Judges the threads of `interactions` and adds to the state at once.
  ///
  /// The outcomes hold as long as the arena of `interactions`.
  public func score(_ interactions: [Interaction], into tables: inout StateTables) -> ScoredThreads {
    var pass = begin()
    score(interactions, in: &pass)
    pass.addSums(to: &tables)
    return pass.scored
  }

  /// Judges the threads of `interactions`: deduplicated events in any order, every thread with all of its events.
  ///
  /// Events after `as_of` do not count. A thread takes part when it opened since the event window began, and is judged
  /// (mature) when it opened inside the window and its horizon has passed; the others are only timed.
  ///
  /// - Complexity: O(*n*) for events in the order of ledgers, else O(*n* log *n*).
  public func score(_ interactions: [Interaction], in pass: inout ThreadPass) {
    // Taken out, since the pass is lent to each thread.
    var order = ThreadOrder()
    swap(&order, &pass.order)
    order.forEachThread(of: interactions, until: rules.asOf) { score($0, in: &pass) }
    swap(&order, &pass.order)
  }

  private func score(_ events: ThreadEvents, in pass: inout ThreadPass) {
    for place in events.indices where events[place].kind == .surveyFollowup {
      addFollowup(events[place], to: &pass)
    }
    let first = events[0]
    guard rules.takesPart(first) else { return }
    var outcome = Outcome(
      vendor: first.vendor, customer: first.customer, openedAt: first.at, channel: first.channel, levels: first.levels,
      digest: pass.digest.digest(of: events))
    outcome.isTimed = rules.isTimed(first)
    outcome.isMature = rules.isMature(first)
    if outcome.isTimed { pass.add(rules.wait(of: events), vendor: first.vendor, channel: first.channel) }
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
    guard event.direction == .outgoing, rules.surveyWindow.from <= event.at else { return }
    pass.scored.followups.append(Followup(vendor: event.vendor, customer: event.customer, at: event.at))
  }
}

/// What the threads of some buckets leave for the stage that scores customers.
public struct ScoredThreads: Sendable {
  /// One row for each thread that takes part, by the thread's fingerprint in each bucket.
  public var outcomes: [Outcome] = []
  /// The vendor's follow-ups since the survey window began, by thread and time in each bucket.
  public var followups: [Followup] = []

  /// Creates an empty result.
  public init() {}
}
