import RequiteModel
import RequiteStatistics

/// The components of customers as they grow while one bucket is scored, straight in the tallies of the state.
///
/// A customer enters a cell as one vector of 20 integers, n and d of S1…C4, whatever the number of threads: customers
/// are the units of chance. METHODS B12.
struct ComponentPass {
  private var moments: Tally
  private var timedCustomers: Tally
  private var threadsPerCustomer: Tally
  private var vectors = CustomerVectors()
  private var timedCells = KeyTable(width: 2)
  private let cells: CellPlan
  private let loop: ClosedLoop

  /// Takes the tallies out of `tables` until `finish`.
  init(cells: CellPlan, settings: Settings, from tables: inout StateTables) {
    self.cells = cells
    loop = ClosedLoop(settings: settings)
    moments = tables.take(.reciprocity)
    timedCustomers = tables.take(.timedCustomers)
    threadsPerCustomer = tables.take(.threadsPerCustomer)
  }

  /// Adds one customer with all threads, answers that stand and follow-ups.
  mutating func add(_ customer: CustomerFacts, standing: [LatestResponses.Standing]) {
    vectors.removeAll()
    timedCells.removeAll()
    var opened: UInt64 = 0
    for place in customer.outcomes.indices {
      add(customer.outcomes[place])
      opened += customer.outcomes[place].isOpenedAndMature ? 1 : 0
    }
    for answer in standing { add(answer, followups: customer.followups) }
    vectors.add(to: &moments)
    for number in 0..<timedCells.count { timedCustomers.add(ComponentPass.one, to: timedCells.key(number).span) }
    guard opened > 0 else { return }
    let key: InlineArray<2, UInt64> = [UInt64(customer.key.vendor), opened]
    threadsPerCustomer.add(ComponentPass.one, to: key.span)
  }

  private mutating func add(_ outcome: Outcome) {
    if outcome.isTimed {
      timedCells.insert(Cell(vendor: outcome.vendor).key.span)
      if let dimension = cells.channelDimension {
        let channel = Cell(vendor: outcome.vendor, dimension: dimension, level: outcome.channel)
        timedCells.insert(channel.key.span)
      }
    }
    guard outcome.isMature else { return }
    add(outcome, period: 0)
    if let period = cells.period(at: outcome.openedAt) { add(outcome, period: period) }
  }

  private mutating func add(_ outcome: Outcome, period: UInt16) {
    cells.forEachCell(vendor: outcome.vendor, channel: outcome.channel, levels: outcome.levels, period: period) {
      vectors.add(outcome.counts, to: $0)
    }
  }

  private mutating func add(_ answer: LatestResponses.Standing, followups: ArraySlice<Followup>) {
    let cases = loop.cases(of: answer, followups: followups)
    guard cases.denominator > 0 else { return }
    let response = answer.response
    cells.forEachCell(
      vendor: response.vendor, channel: response.channel, levels: response.levels, period: answer.period
    ) { vectors.add(closedLoop: cases, to: $0) }
  }

  private static let one = [SumChange(place: 0, value: 1)]

  /// Puts the tallies back.
  func finish(into tables: inout StateTables) {
    tables.put(moments, as: .reciprocity)
    tables.put(timedCustomers, as: .timedCustomers)
    tables.put(threadsPerCustomer, as: .threadsPerCustomer)
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
