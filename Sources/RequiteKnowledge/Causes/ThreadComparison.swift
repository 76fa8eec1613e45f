import RequiteModel
import RequiteScoring

/// The threads' half of a comparison: bucket by bucket, those that may come to something else.
struct ThreadComparison {
  private let asOf: (before: Instant, after: Instant)
  private let edges: TimeEdges
  private let vendors: [Hash128]
  private var changes: ThreadChanges
  private var groups = ThreadGroups()
  /// The follow-ups of both sides, by the bucket of their customer.
  private(set) var followups = [[MarkedFollowup]](repeating: [], count: Bucket.count)

  init(path: ChangePath) {
    asOf = (path.before.asOf, path.moved.asOf)
    edges = TimeEdges.events(path)
    vendors = path.words.vendors.map { Hash128($0) }
    changes = ThreadChanges(path: path)
  }

  /// Looks at the threads of one bucket that were selected: all of their events.
  mutating func add(
    _ events: [Interaction], marks: [FactMark], into sums: inout ChangeSums, counting facts: inout FactChangeCounts
  ) {
    for place in events.indices where marks[place].stands { note(events[place], marks[place], &facts) }
    changes.add(events, marks: marks, threads: groups.gather(events, marks), into: &sums)
  }

  /// Ends the last bucket.
  mutating func finish(into sums: inout ChangeSums) {
    changes.finish(into: &sums)
  }

  private mutating func note(_ event: Interaction, _ mark: FactMark, _ facts: inout FactChangeCounts) {
    if mark.change != .same {
      facts.add(mark, .interactions, wasDue: event.at <= asOf.before)
    } else if edges.contains(event.at) {
      count(event, &facts)
    }
    if event.kind == .surveyFollowup, event.direction == .outgoing { keep(event, mark) }
  }

  /// Counts an event that both sides know and that lies between both `as_of`.
  private func count(_ event: Interaction, _ facts: inout FactChangeCounts) {
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
