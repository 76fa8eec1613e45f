import RequiteModel
import RequiteStatistics

/// The components of customers as they grow while one bucket is scored.
///
/// A customer enters a cell as one vector of 20 integers, n and d of S1…C4, whatever the number of threads: customers
/// are the units of chance. METHODS B12.
struct ComponentPass {
  private var moments: [Cell: ComponentMoments] = [:]
  private var timedCustomers: [Cell: Int64] = [:]
  private var threadsPerCustomer: [VendorThreads: Int64] = [:]
  private var vectors: [Cell: [Int64]] = [:]
  private var timedCells: Set<Cell> = []
  private let cells: CellPlan
  private let loop: ClosedLoop

  init(cells: CellPlan, settings: Settings) {
    self.cells = cells
    loop = ClosedLoop(settings: settings)
  }

  /// Adds one customer with all threads, answers that stand and follow-ups.
  mutating func add(_ customer: CustomerFacts, standing: [LatestResponses.Standing]) {
    vectors.removeAll(keepingCapacity: true)
    timedCells.removeAll(keepingCapacity: true)
    var opened: Int64 = 0
    for place in customer.outcomes.indices {
      add(customer.outcomes[place])
      opened += customer.outcomes[place].isOpenedAndMature ? 1 : 0
    }
    for answer in standing { add(answer, followups: customer.followups) }
    for (cell, vector) in vectors { moments[cell, default: ComponentMoments()].add(customer: vector) }
    for cell in timedCells { timedCustomers[cell, default: 0] += 1 }
    if opened > 0 {
      threadsPerCustomer[VendorThreads(vendor: customer.key.vendor, threads: opened), default: 0] += 1
    }
  }

  private mutating func add(_ outcome: Outcome) {
    if outcome.isTimed {
      timedCells.insert(Cell(vendor: outcome.vendor))
      if let dimension = cells.channelDimension {
        timedCells.insert(Cell(vendor: outcome.vendor, dimension: dimension, level: outcome.channel))
      }
    }
    guard outcome.isMature else { return }
    cells.forEachWindowCell(vendor: outcome.vendor, channel: outcome.channel, levels: outcome.levels) {
      vectors[$0, default: ComponentPass.nothing].add(outcome.counts)
    }
    if let trend = cells.trendCell(vendor: outcome.vendor, at: outcome.openedAt) {
      vectors[trend, default: ComponentPass.nothing].add(outcome.counts)
    }
  }

  private mutating func add(_ answer: LatestResponses.Standing, followups: ArraySlice<Followup>) {
    let cases = loop.cases(of: answer.response, followups: followups)
    guard cases.denominator > 0 else { return }
    let response = answer.response
    if answer.period != 0 {
      let trend = Cell(vendor: response.vendor, period: answer.period)
      vectors[trend, default: ComponentPass.nothing].add(closedLoop: cases)
      return
    }
    cells.forEachWindowCell(vendor: response.vendor, channel: response.channel, levels: response.levels) {
      vectors[$0, default: ComponentPass.nothing].add(closedLoop: cases)
    }
  }

  private static let nothing = [Int64](repeating: 0, count: 2 * Component.allCases.count)

  /// Moves the sums to the state.
  func finish(into tables: inout StateTables) {
    tables.update(.reciprocity) { tally in
      for (cell, sums) in moments { tally.add(sums.rawValues, to: cell.words) }
    }
    tables.update(.timedCustomers) { tally in
      for (cell, customers) in timedCustomers { tally.add([Int128(customers)], to: cell.words) }
    }
    tables.update(.threadsPerCustomer) { tally in
      for (key, customers) in threadsPerCustomer {
        tally.add([Int128(customers)], to: [UInt64(key.vendor), UInt64(key.threads)])
      }
    }
  }
}

/// So many threads with one vendor.
private struct VendorThreads: Hashable {
  let vendor: UInt32
  let threads: Int64
}

extension [Int64] {
  /// Adds a thread's counts to a customer's vector.
  fileprivate mutating func add(_ counts: ComponentCounts) {
    for position in 0..<ComponentCounts.width { self[position] += Int64(counts[position]) }
  }

  /// Adds the case of C4, whose two places come last.
  fileprivate mutating func add(closedLoop cases: Ratio) {
    self[ComponentCounts.width] += Int64(cases.numerator)
    self[ComponentCounts.width + 1] += Int64(cases.denominator)
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
