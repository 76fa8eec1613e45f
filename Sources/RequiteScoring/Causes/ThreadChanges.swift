import RequiteModel

/// What threads come to at each point of a path, and what differs from point to point.
///
///     var changes = ThreadChanges(path: path)
///     changes.add(events, marks: marks, threads: places, into: &sums)   // bucket after bucket
///     changes.finish(into: &sums)
///
/// Every thread that may count otherwise must come whole: all of its events on both sides.
public struct ThreadChanges {
  private let steps: [ChangeStep]
  private let movement: Movement
  private let asOf: Instant
  private let rules: [ThreadRules]
  private var churn: [ThreadChurn] = []
  /// The events of one thread in order, of both sides and of each; buffers.
  private var order: [UInt64] = []
  private var before: [UInt64] = []
  private var after: [UInt64] = []

  /// Prepares to judge at every point.
  public init(path: ChangePath) {
    steps = ChangeStep.all(of: path)
    movement = Movement(path)
    asOf = path.before.asOf
    rules = path.points.indices.map { ThreadRules(plan: path.plan(at: $0)) }
  }

  /// Adds what became of some threads.
  ///
  /// - Parameters:
  ///   - events: the events of a bucket.
  ///   - marks: a mark for each.
  ///   - threads: the events that stand on either side of each thread that is to be looked at.
  ///   - sums: what everything is added to.
  public mutating func add(
    _ events: [Interaction], marks: [FactMark], threads: GroupedPlaces, into sums: inout ChangeSums
  ) {
    events.withUnsafeBufferPointer { rows in
      marks.withUnsafeBufferPointer { marks in
        threads.forEachGroup { addThread(MarkedRows(rows: rows, marks: marks, places: $0), &sums) }
      }
    }
  }

  /// Adds what customers moved with their threads, for the noise of movements, after the last bucket.
  public mutating func finish(into sums: inout ChangeSums) {
    churn.sort { ($0.vendor, $0.customer) < ($1.vendor, $1.customer) }
    for place in churn.indices {
      sums.addMovement(of: churn[place].values, group: churn[place].group)
      let isLast = place + 1 == churn.count || !churn[place].isOfSameCustomer(as: churn[place + 1])
      if isLast { sums.endCustomer() }
    }
    churn = []
  }

  private mutating func addThread(_ rows: MarkedRows<Interaction>, _ sums: inout ChangeSums) {
    let areSame = rows.areSame
    setOrder(of: rows, areSame: areSame)
    var old = part(rows, at: 0, areSame)
    for point in steps.indices.dropFirst() {
      if areSame, steps[point].kind == .knowledge { continue }
      let new = part(rows, at: point, areSame)
      compare(old, new, rows, at: point, &sums)
      old = new
    }
  }

  /// Brings the events of both sides into order; most come sorted.
  private mutating func setOrder(of rows: MarkedRows<Interaction>, areSame: Bool) {
    order.removeAll(keepingCapacity: true)
    for place in rows.places { order.append(UInt64(place)) }
    let events = rows.rows
    var place = 1
    while place < order.count, !events[Int(order[place])].precedes(events[Int(order[place - 1])]) { place += 1 }
    if place < order.count { order.sort { events[Int($0)].precedes(events[Int($1)]) } }
    guard !areSame else { return }
    before.removeAll(keepingCapacity: true)
    after.removeAll(keepingCapacity: true)
    for place in order {
      if rows.marks[Int(place)].standsBefore { before.append(place) }
      if rows.marks[Int(place)].standsAfter { after.append(place) }
    }
  }

  /// What the thread comes to at a point.
  private func part(_ rows: MarkedRows<Interaction>, at point: Int, _ areSame: Bool) -> ThreadPart {
    part(rows, areSame ? order : steps[point].knowsAfter ? after : before, at: point)
  }

  private func part(_ rows: MarkedRows<Interaction>, _ order: [UInt64], at point: Int) -> ThreadPart {
    order.withUnsafeBufferPointer { order in
      let end = rules[point].asOf
      var count = order.count
      while count > 0, rows.rows[Int(order[count - 1])].at > end { count -= 1 }
      guard count > 0 else { return ThreadPart() }
      let events = ThreadEvents(rows.rows, UnsafeBufferPointer(rebasing: order[..<count]))
      return ThreadPart(of: events, rules: rules[point])
    }
  }

  private mutating func compare(
    _ old: ThreadPart, _ new: ThreadPart, _ rows: MarkedRows<Interaction>, at point: Int, _ sums: inout ChangeSums
  ) {
    let (hasCases, waits) = (old.hasCasesLike(new), old.waitsLike(new))
    if hasCases && waits { return }
    let step = steps[point]
    let facts = step.kind == .knowledge ? knowledgeKind(rows) : .knockOn
    if !hasCases { addCases(old, new, step.kind == .period ? caseKind(old, new) : facts, step, &sums) }
    if !waits { addWaits(old, new, step.place(of: step.kind == .period ? waitKind(old, new) : facts), &sums) }
  }

  private mutating func addCases(
    _ old: ThreadPart, _ new: ThreadPart, _ kind: Cause.Kind, _ step: ChangeStep, _ sums: inout ChangeSums
  ) {
    let (was, isNow) = (sums.contribution(of: old), sums.contribution(of: new))
    let origin = ChangeOrigin(
      cause: step.place(of: kind), isMovement: false, isOfRows: step.kind != .setting,
      customer: new.isMature ? new.customer : old.customer)
    sums.add(was, isNow, origin)
    // The noise of movements is summed by customer, whose threads lie in many buckets.
    guard step.kind == .period else { return }
    if was.group >= 0 { churn.append(ThreadChurn(old, group: was.group, times: -1)) }
    if isNow.group >= 0 { churn.append(ThreadChurn(new, group: isNow.group, times: 1)) }
  }

  private func addWaits(_ old: ThreadPart, _ new: ThreadPart, _ cause: Int, _ sums: inout ChangeSums) {
    if let bin = old.wait { sums.waits.remove(bin, vendor: old.vendor, channel: old.channel, cause: cause) }
    if let bin = new.wait { sums.waits.add(bin, vendor: new.vendor, channel: new.channel, cause: cause) }
  }

  /// The cause of a thread that comes to something else when other facts are known; events after `as_of` change nothing.
  private func knowledgeKind(_ rows: MarkedRows<Interaction>) -> Cause.Kind {
    let known = (0..<rows.count).lazy.filter { rows.pointer($0).pointee.at <= asOf }
    return FactMark.Change.cause(of: known.map { rows.mark($0).change })
  }

  /// Why a thread's cases count otherwise in another period.
  private func caseKind(_ old: ThreadPart, _ new: ThreadPart) -> Cause.Kind {
    if !old.isMature { return .new }
    return new.isMature ? .knockOn : .agedOut
  }

  /// Why a wait is another one in another period: the answer came in between, or it simply went on.
  private func waitKind(_ old: ThreadPart, _ new: ThreadPart) -> Cause.Kind {
    if old.wait == nil { return .new }
    if new.wait == nil { return .agedOut }
    return old.answeredAt == new.answeredAt ? .knockOn : movement.onward
  }
}

/// What one thread added to a customer's movement, or took from it.
private struct ThreadChurn: Sendable {
  let vendor: UInt32
  let group: Int32
  let customer: Pseudonym
  private let isRemoval: Bool
  private let counts: ThreadCounts

  init(_ part: ThreadPart, group: Int32, times sign: Int) {
    (vendor, customer, self.group) = (part.vendor, part.customer, group)
    (isRemoval, counts) = (sign < 0, part.counts)
  }

  var values: MetricValues { counts.values(times: isRemoval ? -1 : 1) }

  func isOfSameCustomer(as other: ThreadChurn) -> Bool {
    vendor == other.vendor && customer == other.customer
  }
}
