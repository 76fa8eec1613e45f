import RequiteDocuments
import RequiteModel
import RequiteScoring

/// The threads' half of a comparison: bucket by bucket, those that may come to something else.
struct ThreadComparison {
  private let looksAtAll: Bool
  private let asOf: (before: Instant, after: Instant)
  private let edges: TimeEdges
  private let vendors: [Hash128]
  private var changes: ThreadChanges
  private var affected = KeyTable(width: 2)
  private var places = GroupedPlaces()
  private var waiting: WaitingThreads
  /// The follow-ups of both sides, by the bucket of their customer.
  private(set) var followups = [[MarkedFollowup]](repeating: [], count: Bucket.count)

  init(path: ChangePath) {
    looksAtAll = path.hasSettings
    asOf = (path.before.asOf, path.moved.asOf)
    edges = TimeEdges.events(path)
    vendors = path.words.vendors.map { Hash128($0) }
    changes = ThreadChanges(path: path)
    waiting = WaitingThreads(path: path)
  }

  /// Looks at one bucket.
  mutating func add(
    _ events: [Interaction], marks: [FactMark], into sums: inout ChangeSums, counting facts: inout FactChangeCounts
  ) {
    affected.removeAll()
    findAffected(among: events, marks, &facts)
    waiting.find(among: events, marks) { key in affected.insert(key.span) }
    guard looksAtAll || affected.count > 0 else { return }
    gather(events, marks)
    changes.add(events, marks: marks, threads: places, into: &sums)
  }

  /// Collects the events of the threads that are looked at; those of one ledger come together.
  private mutating func gather(_ events: [Interaction], _ marks: [FactMark]) {
    places.removeAll()
    var (last, number) = (Hash128?.none, Int?.none)
    for place in events.indices where marks[place].stands {
      if events[place].thread != last {
        last = events[place].thread
        let key: InlineArray<2, UInt64> = [events[place].thread.high, events[place].thread.low]
        number = looksAtAll ? affected.insert(key.span) : affected.number(of: key.span)
      }
      if let number { places.append(place, to: number) }
    }
    places.group(count: affected.count)
  }

  /// Ends the last bucket.
  mutating func finish(into sums: inout ChangeSums) {
    changes.finish(into: &sums)
  }

  private mutating func findAffected(
    among events: [Interaction], _ marks: [FactMark], _ facts: inout FactChangeCounts
  ) {
    for place in events.indices where marks[place].stands {
      let mark = marks[place]
      let isEdge = edges.contains(events[place].at)
      if mark.change != .same { facts.add(mark, .interactions, wasDue: events[place].at <= asOf.before) }
      if isEdge { count(events[place], mark, &facts) }
      if mark.change != .same || isEdge {
        let key: InlineArray<2, UInt64> = [events[place].thread.high, events[place].thread.low]
        affected.insert(key.span)
      }
      if events[place].kind == .surveyFollowup, events[place].direction == .outgoing { keep(events[place], mark) }
    }
  }

  /// Counts an event that both sides know and that lies between both `as_of`.
  private func count(_ event: Interaction, _ mark: FactMark, _ facts: inout FactChangeCounts) {
    guard mark.change == .same else { return }
    let (before, after) = (event.at <= asOf.before, event.at <= asOf.after)
    if after && !before { facts.add(Cause(.period, .new), .interactions) }
    if before && !after { facts.add(Cause(.period, .agedOut), .interactions) }
  }

  private mutating func keep(_ event: Interaction, _ mark: FactMark) {
    let followup = Followup(vendor: event.vendor, customer: event.customer, at: event.at)
    let bucket = event.customer.bucket(vendor: vendors[Int(event.vendor)])
    followups[bucket].append(MarkedFollowup(followup, mark: mark))
  }
}

/// Threads that are waiting for their first answer at the earlier `as_of`: their waits go on.
private struct WaitingThreads {
  private let cap: Int64
  private let end: Instant
  private let from: Instant
  private let isNeeded: Bool
  private var threads = KeyTable(width: 2)
  private var isAnswered: [Bool] = []

  init(path: ChangePath) {
    let (before, after) = (path.before, path.moved)
    cap = before.curveCap
    end = min(before.asOf, after.asOf)
    from = min(before.eventWindow.from, after.eventWindow.from)
    isNeeded = before.asOf != after.asOf
  }

  /// Calls `body` with each thread that waits, or may wait.
  ///
  /// A thread's events of one ledger come together and in order, so the rows of a thread that hold no answer settle it
  /// almost always.
  mutating func find(
    among events: [Interaction], _ marks: [FactMark], _ body: (InlineArray<2, UInt64>) -> Void
  ) {
    guard isNeeded else { return }
    threads.removeAll()
    isAnswered.removeAll(keepingCapacity: true)
    for place in events.indices where marks[place].stands && mayWait(events[place]) {
      let key = WaitingThreads.key(of: events[place])
      if threads.insert(key.span) == isAnswered.count { isAnswered.append(false) }
    }
    guard threads.count > 0 else { return }
    for place in events.indices where marks[place].change == .same && marks[place].stands {
      guard events[place].isAnswer, events[place].at <= end else { continue }
      let key = WaitingThreads.key(of: events[place])
      if let number = threads.number(of: key.span) { isAnswered[number] = true }
    }
    for number in isAnswered.indices where !isAnswered[number] {
      let key = threads.key(number)
      body([key[key.startIndex], key[key.startIndex + 1]])
    }
  }

  private static func key(of event: Interaction) -> InlineArray<2, UInt64> {
    [event.thread.high, event.thread.low]
  }

  /// Whether a thread that began with this event would still be cut off later than before.
  private func mayWait(_ event: Interaction) -> Bool {
    event.direction == .incoming && event.kind == .message && event.at <= end && event.at >= from
      && event.at.seconds > end.seconds - cap
  }
}
