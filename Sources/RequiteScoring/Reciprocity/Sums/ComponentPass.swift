import RequiteModel
import RequiteStatistics

/// The components of customers as they grow while buckets are scored.
///
/// A customer enters a cell as one vector of 20 integers, n and d of S1…C4, whatever the number of threads: customers
/// are the units of chance. METHODS B12.
///
/// Most customers have the same vector in all their cells: one thread, or one answer. Those are summed once for the group
/// of cells and divided among the cells at the end; the others are summed cell by cell.
struct ComponentPass {
  private var moments: Tally
  private var timedCustomers: Tally
  private var threadsPerCustomer: Tally
  private var groups: CellGroups
  private var groupSums = ComponentSums()
  private var vectors = CustomerVectors()
  private var cellKeys = KeyTable(width: 2)
  private var cellSums = ComponentSums()
  private var timed: TimedCustomers
  private var openedThreads = KeyCounts(width: 2)
  /// The cases of C4 of one customer, a buffer.
  private var closed: [ClosedLoop.Case] = []
  private let cells: CellPlan
  private let loop: ClosedLoop

  /// More cells or counts than this are moved to the tallies, which are more compact.
  private static let countLimit = 1 << 14

  /// Takes the tallies out of `tables` until `finish`.
  init(cells: CellPlan, plan: Plan, from tables: inout StateTables) {
    self.cells = cells
    groups = CellGroups(plan: cells, attributes: plan.attributes.count)
    timed = TimedCustomers(channelDimension: cells.channelDimension)
    loop = ClosedLoop(settings: plan.settings)
    moments = tables.take(.reciprocity)
    timedCustomers = tables.take(.timedCustomers)
    threadsPerCustomer = tables.take(.threadsPerCustomer)
  }

  /// Adds one customer with all threads, answers that stand and follow-ups.
  mutating func add(_ customer: CustomerFacts, standing: [LatestResponses.Standing]) {
    loop.findCases(among: standing, followups: customer.followups, into: &closed)
    guard !customer.outcomes.isEmpty || !closed.isEmpty else { return }
    moveIfFull()
    addVectors(of: customer.outcomes)
    guard !customer.outcomes.isEmpty else { return }
    timed.add(customer.outcomes)
    var opened: UInt64 = 0
    for place in customer.outcomes.indices where customer.outcomes.place(place).pointee.isOpenedAndMature {
      opened += 1
    }
    guard opened > 0 else { return }
    let key: InlineArray<2, UInt64> = [UInt64(customer.key.vendor), opened]
    openedThreads.add(key.span)
  }

  /// Puts the tallies back.
  mutating func finish(into tables: inout StateTables) {
    move()
    tables.put(moments, as: .reciprocity)
    tables.put(timedCustomers, as: .timedCustomers)
    tables.put(threadsPerCustomer, as: .threadsPerCustomer)
  }
}

extension ComponentPass {
  private mutating func addVectors(of outcomes: FactRange<Outcome>) {
    var vector = ComponentVector()
    switch group(of: outcomes, summing: &vector) {
    case .none: return
    case .one(let group) where vector.isSmall: groupSums.add(vector, to: groups.number(of: group))
    default: addCellByCell(outcomes)
    }
  }

  /// In which groups of cells a customer is found.
  private enum Groups {
    case none
    case one(CellGroup)
    case several
  }

  /// The group of all cases of the customer, whose one vector comes to `vector`.
  private func group(of outcomes: FactRange<Outcome>, summing vector: inout ComponentVector) -> Groups {
    var common: CellGroup?
    for place in outcomes.indices {
      let outcome = outcomes.place(place)
      guard outcome.pointee.isMature else { continue }
      let group = group(of: outcome)
      if let common, !common.agrees(with: group) { return .several }
      common = group
      vector.add(outcome.pointee.counts)
    }
    if !closed.isEmpty {
      guard let answer = ClosedLoop.Case.whole(closed) else { return .several }
      let group = answer.group
      if let common, !common.agrees(with: group) { return .several }
      common = group
      vector.add(closedLoop: answer.cases)
    }
    return common.map { .one($0) } ?? .none
  }

  @inline(__always)
  private func group(of outcome: RowPlace<Outcome>) -> CellGroup {
    CellGroup(
      vendor: outcome.pointee.vendor, channel: outcome.pointee.channel, levels: outcome.pointee.levels,
      period: cells.period(at: outcome.pointee.openedAt) ?? 0)
  }

  private mutating func addCellByCell(_ outcomes: FactRange<Outcome>) {
    vectors.removeAll()
    for outcome in outcomes where outcome.isMature {
      add(outcome, period: 0)
      if let period = cells.period(at: outcome.openedAt) { add(outcome, period: period) }
    }
    for answer in closed { add(answer) }
    vectors.forEach { cell, vector in
      if vector.isSmall {
        cellSums.add(vector, to: cellKeys.insert(cell.span))
      } else {
        moments.add(vector.changes, to: cell.span)
      }
    }
  }

  private mutating func add(_ outcome: Outcome, period: UInt16) {
    cells.forEachCell(vendor: outcome.vendor, channel: outcome.channel, levels: outcome.levels, period: period) {
      vectors.add(outcome.counts, to: $0)
    }
  }

  private mutating func add(_ answer: ClosedLoop.Case) {
    let group = answer.group
    cells.forEachCell(vendor: group.vendor, channel: group.channel, levels: group.levels, period: group.period) {
      vectors.add(closedLoop: answer.cases, to: $0)
    }
  }

  private mutating func moveIfFull() {
    let limit = ComponentPass.countLimit
    if groupSums.isFull || cellSums.isFull || timed.count > limit || openedThreads.count > limit { move() }
  }

  /// Moves all sums to the tallies.
  private mutating func move() {
    groupSums.forEach { number, changes in
      for cell in groups.cells(number) { moments.add(changes, to: cell.key.span) }
    }
    cellSums.forEach { number, changes in moments.add(changes, to: cellKeys.key(number).span) }
    groupSums.removeAll()
    groups.removeAll()
    cellSums.removeAll()
    cellKeys.removeAll()
    timed.move(to: &timedCustomers)
    openedThreads.move(to: &threadsPerCustomer)
  }
}

extension Outcome {
  /// Whether the customer opened the thread, addressed or overheard, and it was judged: one case of S1 or S3.
  var isOpenedAndMature: Bool {
    counts[2 * Component.answeredPlace + 1] + counts[2 * Component.listeningPlace + 1] > 0
  }
}

extension Component {
  /// Position of S1 among the components.
  fileprivate static let answeredPlace = Component.answered.index
  /// Position of S3 among the components.
  fileprivate static let listeningPlace = Component.listening.index
}
