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
  private var judge: ThreadJudge
  private var churn: [ThreadChurn] = []

  /// Prepares to judge at every point.
  public init(path: ChangePath) {
    steps = ChangeStep.all(of: path)
    movement = Movement(path)
    judge = ThreadJudge(path: path)
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
    threads.forEachGroup(of: events, with: marks) { addThread(MarkedRows(rows: $0, marks: $1), &sums) }
  }

  /// Adds what customers moved with their threads, for the noise of movements, after the last bucket.
  public mutating func finish(into sums: inout ChangeSums) {
    churn.sort { ($0.vendor, $0.customer) < ($1.vendor, $1.customer) }
    for place in churn.indices {
      sums.addMovement(of: churn[place].values, group: churn[place].group)
      sums.mixes.addMovement(of: churn[place].mix, times: churn[place].sign)
      guard place + 1 == churn.count || !churn[place].isOfSameCustomer(as: churn[place + 1]) else { continue }
      sums.endCustomer()
      sums.mixes.endCustomer(ofVendor: churn[place].vendor)
    }
    churn = []
  }

  private mutating func addThread(_ rows: MarkedRows<Interaction>, _ sums: inout ChangeSums) {
    judge.sort(rows)
    var old = judge.part(of: rows, at: 0)
    for point in steps.indices.dropFirst() where !judge.isSettled(at: point) {
      let new = judge.part(of: rows, at: point)
      sums.coverage.compare(old, new)
      compare(old, new, rows, at: point, &sums)
      old = new
    }
  }

  private mutating func compare(
    _ old: ThreadPart, _ new: ThreadPart, _ rows: MarkedRows<Interaction>, at point: Int, _ sums: inout ChangeSums
  ) {
    let (hasCases, waits) = (old.hasCasesLike(new), old.waitsLike(new))
    if hasCases && waits { return }
    let step = steps[point]
    let facts = step.kind == .knowledge ? judge.changes(of: rows).kind : .knockOn
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
    sums.add(from: old.mix, to: new.mix, vendor: new.isMature ? new.vendor : old.vendor, origin)
    // The noise of movements is summed by customer, whose threads lie in many buckets.
    guard step.kind == .period else { return }
    if was.group >= 0 { churn.append(ThreadChurn(old, group: was.group, times: -1)) }
    if isNow.group >= 0 { churn.append(ThreadChurn(new, group: isNow.group, times: 1)) }
  }

  private func addWaits(_ old: ThreadPart, _ new: ThreadPart, _ cause: Int, _ sums: inout ChangeSums) {
    if let bin = old.wait { sums.waits.remove(bin, vendor: old.vendor, channel: old.channel, cause: cause) }
    if let bin = new.wait { sums.waits.add(bin, vendor: new.vendor, channel: new.channel, cause: cause) }
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
  let sign: Int64
  let mix: MessageMix
  private let counts: ThreadCounts

  init(_ part: ThreadPart, group: Int32, times sign: Int64) {
    (vendor, customer, self.group, self.sign) = (part.vendor, part.customer, group, sign)
    (mix, counts) = (part.mix, part.counts)
  }

  var values: MetricValues { counts.values(times: sign) }

  func isOfSameCustomer(as other: ThreadChurn) -> Bool {
    vendor == other.vendor && customer == other.customer
  }
}
