import RequiteModel

/// Says what a thread comes to at each point of a path.
///
///     judge.sort(rows)
///     let (before, after) = (judge.part(of: rows, at: 0), judge.part(of: rows, at: 1))
///
/// Made once and used again for every thread.
struct ThreadJudge {
  private let steps: [ChangeStep]
  private let rules: [ThreadRules]
  /// Up to when events count before anything moves.
  private let asOf: Instant
  /// The events of one thread in order, of both sides and of each; buffers.
  private var order: [UInt64] = []
  private var before: [UInt64] = []
  private var after: [UInt64] = []
  private var areSame = false

  /// Prepares to judge at every point.
  init(path: ChangePath) {
    steps = ChangeStep.all(of: path)
    rules = path.points.indices.map { ThreadRules(plan: path.plan(at: $0)) }
    asOf = path.before.asOf
  }

  /// Brings the events of both sides into order; most come sorted.
  mutating func sort(_ rows: MarkedRows<Interaction>) {
    areSame = rows.areSame
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

  /// Whether the thread comes to the same as at the point before, because nothing is known of it that was not known.
  func isSettled(at point: Int) -> Bool { areSame && steps[point].kind == .knowledge }

  /// What the thread that was sorted last comes to at a point.
  func part(of rows: MarkedRows<Interaction>, at point: Int) -> ThreadPart {
    part(of: rows, areSame ? order : steps[point].knowsAfter ? after : before, at: point)
  }

  private func part(of rows: MarkedRows<Interaction>, _ order: [UInt64], at point: Int) -> ThreadPart {
    order.withUnsafeBufferPointer { order in
      let end = rules[point].asOf
      var count = order.count
      while count > 0, rows.rows[Int(order[count - 1])].at > end { count -= 1 }
      guard count > 0 else { return ThreadPart() }
      let events = ThreadEvents(rows.rows, UnsafeBufferPointer(rebasing: order[..<count]))
      return ThreadPart(of: events, rules: rules[point])
    }
  }

  /// What became of the events that counted before the period moved; later ones change nothing.
  func changes(of rows: MarkedRows<Interaction>) -> FactChanges {
    var changes = FactChanges()
    for index in 0..<rows.count where rows.pointer(index).pointee.at <= asOf { changes.insert(rows.mark(index).change) }
    return changes
  }
}
