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
    for index in 0..<rows.count { order.append(UInt64(rows.rows.number(index))) }
    let precedes = { (left: UInt64, right: UInt64) in
      rows.rows.row(numbered: Int(left)).precedes(rows.rows.row(numbered: Int(right)))
    }
    var place = 1
    while place < order.count, !precedes(order[place], order[place - 1]) { place += 1 }
    if place < order.count { order.sort(by: precedes) }
    guard !areSame else { return }
    before.removeAll(keepingCapacity: true)
    after.removeAll(keepingCapacity: true)
    for number in order {
      let mark = rows.marks.row(numbered: Int(number))
      if mark.standsBefore { before.append(number) }
      if mark.standsAfter { after.append(number) }
    }
  }

  /// Whether the thread comes to the same as at the point before, because nothing is known of it that was not known.
  func isSettled(at point: Int) -> Bool { areSame && steps[point].kind == .knowledge }

  /// What the thread that was sorted last comes to at a point.
  func part(of rows: MarkedRows<Interaction>, at point: Int) -> ThreadPart {
    part(of: rows, areSame ? order : steps[point].knowsAfter ? after : before, at: point)
  }

  private func part(of rows: MarkedRows<Interaction>, _ order: [UInt64], at point: Int) -> ThreadPart {
    let end = rules[point].asOf
    var count = order.count
    while count > 0, rows.rows.row(numbered: Int(order[count - 1])).at > end { count -= 1 }
    guard count > 0 else { return ThreadPart() }
    return rows.rows.withOrder(order[..<count]) { ThreadPart(of: $0, rules: rules[point]) }
  }

  /// What became of the events that counted before the period moved; later ones change nothing.
  func changes(of rows: MarkedRows<Interaction>) -> FactChanges {
    var changes = FactChanges()
    for index in 0..<rows.count where rows.place(index).pointee.at <= asOf { changes.insert(rows.mark(index).change) }
    return changes
  }
}
