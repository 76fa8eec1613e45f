import RequiteModel

/// What threads come to at each point of a path, and what differs from point to point.
///
///     var changes = ThreadChanges(path: path)
///     changes.add(events, marks: marks, into: &sums)   // bucket after bucket
///     changes.finish(into: &sums)
///
/// Every thread that may count otherwise must come whole: all of its events on both sides.
public struct ThreadChanges {
  private let path: ChangePath
  private let causes: ChangeCauses
  private let rules: [ThreadRules]
  private var churn: [ThreadChurn] = []
  /// The events of one side of one thread in order; a buffer for each side.
  private var before: [UInt64] = []
  private var after: [UInt64] = []

  /// Prepares to judge at every point.
  public init(path: ChangePath) {
    self.path = path
    causes = ChangeCauses(path)
    rules = path.points.indices.map { ThreadRules(plan: path.plan(at: $0)) }
  }

  /// Adds what became of the threads of some events, which stand on either side and come in any order.
  public mutating func add(_ events: [Interaction], marks: [FactMark], into sums: inout ChangeSums) {
    var order = events.indices.map { UInt64($0) }
    order.sort { left, right in
      let (left, right) = (Int(left), Int(right))
      if events[left].thread != events[right].thread { return events[left].thread < events[right].thread }
      return events[left].precedes(events[right])
    }
    events.withUnsafeBufferPointer { rows in
      var start = 0
      while start < order.count {
        var end = start + 1
        let thread = rows[Int(order[start])].thread
        while end < order.count, rows[Int(order[end])].thread == thread { end += 1 }
        addThread(rows, order[start..<end], marks, &sums)
        start = end
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

  private mutating func addThread(
    _ rows: UnsafeBufferPointer<Interaction>, _ order: ArraySlice<UInt64>, _ marks: [FactMark],
    _ sums: inout ChangeSums
  ) {
    before.removeAll(keepingCapacity: true)
    after.removeAll(keepingCapacity: true)
    for place in order {
      if marks[Int(place)].standsBefore { before.append(place) }
      if marks[Int(place)].standsAfter { after.append(place) }
    }
    var old = part(rows, at: 0, &sums)
    for point in path.points.indices.dropFirst() {
      let new = part(rows, at: point, &sums)
      let change = ThreadChange(old: old, new: new, path: path)
      switch path.points[point].step {
      case .knowledge:
        guard !old.addsTheSame(as: new) else { break }
        let kind = knowledgeKind(rows, order, marks)
        add(change, components: kind, wait: kind, at: point, &sums)
      case .period: add(change, components: change.componentKind, wait: change.waitKind, at: point, &sums)
      case .start, .setting: add(change, components: .knockOn, wait: .knockOn, at: point, &sums)
      }
      old = new
    }
  }

  /// What the thread comes to at a point.
  private func part(_ rows: UnsafeBufferPointer<Interaction>, at point: Int, _ sums: inout ChangeSums) -> ThreadPart {
    let order = path.points[point].knowsAfter ? after : before
    let end = rules[point].asOf
    let count = order.firstIndex { rows[Int($0)].at > end } ?? order.count
    guard count > 0 else { return ThreadPart() }
    return order.withUnsafeBufferPointer { order in
      let events = ThreadEvents(rows, UnsafeBufferPointer(rebasing: order[..<count]))
      return ThreadPart(of: events, rules: rules[point], sums: &sums)
    }
  }

  private mutating func add(
    _ change: ThreadChange, components: Cause.Kind, wait: Cause.Kind, at point: Int, _ sums: inout ChangeSums
  ) {
    let (old, new) = (change.old, change.new)
    let origin = causes.origin(
      of: components, at: point, customer: new.components.group >= 0 ? new.customer : old.customer)
    if !(old.components == new.components) {
      // The noise of movements is summed by customer, whose threads lie in many buckets.
      let isMovement = origin.isMovement
      sums.add(
        old.components, new.components,
        ChangeOrigin(
          cause: origin.cause, isMovement: false, isOfRows: origin.isOfRows, customer: origin.customer))
      if isMovement { appendChurn(old, new) }
    }
    guard old.wait != new.wait || old.channel != new.channel || old.vendor != new.vendor else { return }
    let cause = causes.place(of: wait, at: point)
    if let bin = old.wait { sums.add(bin, times: -1, vendor: old.vendor, channel: old.channel, cause: cause) }
    if let bin = new.wait { sums.add(bin, times: 1, vendor: new.vendor, channel: new.channel, cause: cause) }
  }

  private mutating func appendChurn(_ old: ThreadPart, _ new: ThreadPart) {
    if old.components.group >= 0 { churn.append(ThreadChurn(old, times: -1)) }
    if new.components.group >= 0 { churn.append(ThreadChurn(new, times: 1)) }
  }

  /// The cause of a thread that comes to something else when other facts are known.
  ///
  /// Only additions are `late`, only removals of one kind are that kind; events after `as_of` change nothing.
  private func knowledgeKind(
    _ rows: UnsafeBufferPointer<Interaction>, _ order: ArraySlice<UInt64>, _ marks: [FactMark]
  ) -> Cause.Kind {
    var found: FactMark.Change?
    for place in order where rows[Int(place)].at <= path.before.asOf {
      let change = marks[Int(place)].change
      if change == .same || change == found { continue }
      if change == .corrected { return .corrected }
      guard let known = found else {
        found = change
        continue
      }
      if known == .late || change == .late { return .corrected }
      found = .removed
    }
    return found?.kind ?? .knockOn
  }
}

/// What a thread comes to at one point.
private struct ThreadPart {
  var components = Contribution()
  var wait: Histogram.Bin?
  var vendor: UInt32 = 0
  var channel: UInt32 = 0
  var customer = Pseudonym.none
  var answeredAt: Instant?

  /// Nothing: a thread that is not there, or does not take part.
  init() {}

  /// Judges a thread's events, as a night does.
  init(of events: ThreadEvents, rules: ThreadRules, sums: inout ChangeSums) {
    let first = events[0]
    (vendor, channel, customer) = (first.vendor, first.channel, first.customer)
    guard rules.takesPart(first) else { return }
    if rules.isTimed(first) {
      answeredAt = rules.firstAnswer(in: events)
      wait = rules.wait(of: events)
    }
    guard rules.isMature(first) else { return }
    let values = MetricValues(of: ThreadComponents.counts(of: JudgedThread(events: events, rules: rules)))
    guard values.count > 0 else { return }
    components = Contribution(
      group: sums.group(vendor: first.vendor, channel: first.channel, levels: first.levels), values: values)
  }

  /// Whether both count alike.
  func addsTheSame(as other: ThreadPart) -> Bool {
    components == other.components && wait == other.wait && channel == other.channel && vendor == other.vendor
  }
}

/// A thread before and after a step, on the way to its cause.
private struct ThreadChange {
  let old: ThreadPart
  let new: ThreadPart
  let path: ChangePath

  private var isForward: Bool { path.before.asOf < path.moved.asOf }

  /// Why components count otherwise in another period.
  var componentKind: Cause.Kind {
    if old.components.group < 0 { return .new }
    return new.components.group < 0 ? .agedOut : .knockOn
  }

  /// Why a wait is another one in another period: the answer came in between, or it simply went on.
  var waitKind: Cause.Kind {
    if old.wait == nil { return .new }
    if new.wait == nil { return .agedOut }
    guard old.answeredAt != new.answeredAt else { return .knockOn }
    return isForward ? .new : .agedOut
  }
}

/// What one thread added to a customer's movement, or took from it.
private struct ThreadChurn: Sendable {
  let vendor: UInt32
  let group: Int32
  let customer: Pseudonym
  private let counts: InlineArray<18, Int32>

  init(_ part: ThreadPart, times sign: Int32) {
    (vendor, customer, group) = (part.vendor, part.customer, part.components.group)
    var counts = InlineArray<18, Int32>(repeating: 0)
    for component in Component.allCases where component != .closedLoop {
      let value = part.components.values.value(of: .share(of: component))
      counts[2 * component.index] = sign * Int32(clamping: value.numerator / MetricValues.one)
      counts[2 * component.index + 1] = sign * Int32(clamping: value.denominator / MetricValues.one)
    }
    self.counts = counts
  }

  var values: MetricValues {
    var values = MetricValues()
    for component in Component.allCases where component != .closedLoop {
      let (numerator, denominator) = (counts[2 * component.index], counts[2 * component.index + 1])
      values.append(
        .share(of: component), Int64(numerator) * MetricValues.one, of: Int64(denominator) * MetricValues.one)
    }
    return values
  }

  func isOfSameCustomer(as other: ThreadChurn) -> Bool {
    vendor == other.vendor && customer == other.customer
  }
}
