import RequiteModel
import RequiteStatistics

/// What a reader needs to judge a vendor's numbers by, for each vendor's whole window.
///
/// Counts are of mature threads, except conflicts, which are of all facts that count. Values of changes are in the unit
/// of the dumps. A vendor without a single fact has none of these. METHODS B9, diagnostics.
struct DiagnosticsFinish: CubePart {
  /// A channel's opened threads, and those answered.
  private typealias ChannelThreads = (opened: Int128, answered: Int128)
  /// How many customers opened so many threads.
  private typealias CustomersWithThreads = (threads: Int64, customers: Int64)

  /// Fewer opened threads than this do not tell whether a channel is covered.
  private static let leastThreadsOfChannel: Int128 = 5

  private let threads: Tally
  private let customers: Tally
  private let responseConflicts: Tally
  private let balanceCustomers: Tally
  private let balance: Tally
  private let links: Tally
  private let channels: [UInt64: [ChannelThreads]]
  private let customersByThreads: [UInt64: [CustomersWithThreads]]
  private let loyalty: LoyaltyTables
  private let reciprocity: ReciprocityTables
  private let plan: Plan

  init(tables: StateTables, loyalty: LoyaltyTables, reciprocity: ReciprocityTables, plan: Plan) {
    threads = tables[.threads]
    customers = tables[.reciprocity]
    responseConflicts = tables[.responseConflicts]
    balanceCustomers = tables[.balanceCustomers]
    balance = tables[.balance]
    links = tables[.links]
    channels = Dictionary(grouping: tables[.channels].sorted()) { $0.key[0] }
      .mapValues { $0.map { (opened: $0.value[0], answered: $0.value[1]) } }
    customersByThreads = Dictionary(grouping: tables[.threadsPerCustomer].sorted()) { $0.key[0] }
      .mapValues { $0.map { (threads: Int64($0.key[1]), customers: Int64($0.value[0])) } }
    self.loyalty = loyalty
    self.reciprocity = reciprocity
    self.plan = plan
  }

  func rows(of cell: Cell) -> [CubeRow] {
    guard cell.isHeadline else { return [] }
    let vendor = cell.vendor
    let people = Int64(customers[cell.words][0])
    let respondents = loyalty.respondents(of: vendor)
    guard people + respondents > 0 else { return [] }
    let counts = ThreadDiagnostics(values: threads[[UInt64(vendor)]])
    let ofThreads =
      threadFigures(counts) + [channelCoverage(vendor), threadsPerCustomer(vendor)] + indexFigures(cell) + windowFigures
    let name = CellName(cell, plan: plan)
    let everybody = CubeRow.Basis.people(max(people, respondents))
    return (counts.threads > 0 ? ofThreads.map { CubeRow($0.measure(name), basis: [.people(people)]) } : [])
      + rowFigures(vendor, counts).map { CubeRow($0.measure(name), basis: [everybody]) }
      + linkRows(vendor, name)
      + [CubeRow(balanceCoverage(cell).measure(name), basis: [everybody, .cell(.balanced, cell)])]
  }

  /// Whether the index rests on all components, and on which it rests by the floor alone.
  private func indexFigures(_ cell: Cell) -> [Figure] {
    let index = reciprocity.value(of: cell)
    let components = Int128(Component.allCases.count)
    return [
      Figure("components_missing", Double(index.partial.count), n: components),
      Figure("components_at_floor", Double(index.atFloor.count), n: components),
    ]
  }

  /// Whether numbers of this window may still move when later dumps come (METHODS B9 and B10).
  private var windowFigures: [Figure] {
    let settings = plan.settings
    let isOpen = settings.eventWindow.to.seconds + settings.horizon > settings.asOf.seconds
    let areCurvesOpen = settings.eventWindow.to.seconds + settings.curveCap > settings.asOf.seconds
    return [
      Figure("window_open", isOpen ? 1 : 0, n: 1), Figure("curves_open", areCurvesOpen ? 1 : 0, n: 1),
    ]
  }

  /// How many of the customers of each source the crosswalk knows; nothing on a night without one.
  private func linkRows(_ vendor: UInt32, _ name: CellName) -> [CubeRow] {
    let counts = LinkCounts(values: links[[UInt64(vendor)]])
    guard counts.all.people > 0 else { return [] }
    let rates = [("link_rate_surveys", counts.surveys), ("link_rate_interactions", counts.interactions)]
    let disputed = Figure("link_conflicts", Double(counts.all.disputed), n: counts.all.people)
    return rates.map { metric, source in
      CubeRow(Figure(metric, source.linked, of: source.people).measure(name), basis: [.people(Int64(source.people))])
    } + [CubeRow(disputed.measure(name), basis: [.people(Int64(counts.all.people))])]
  }

  /// Of the customers who answered or were dealt with, those of whom both is known.
  private func balanceCoverage(_ cell: Cell) -> Figure {
    let scale = loyalty.scale(of: .nps, vendor: cell.vendor) ?? .pooled
    let both = BalanceSums(values: balance[BalanceKey(cell: cell, scale: scale).words]).pairs.n
    return Figure("balance_coverage", both, of: balanceCustomers[[UInt64(cell.vendor)]][0])
  }

  private func threadFigures(_ counts: ThreadDiagnostics) -> [Figure] {
    [
      Figure("promises_per_100_threads", counts.promises, of: counts.threads, times: 100),
      Figure("promises_due_later_share", counts.promisesDueLater, of: counts.promises),
      Figure("changes_per_100_threads", counts.changes, of: counts.threads, times: 100),
      Figure("changes_consented_value", Double(counts.consentedValue) / 1_000_000, n: counts.changes),
      Figure("changes_imposed_value", Double(counts.imposedValue) / 1_000_000, n: counts.changes),
      Figure("answers_by_robots", Double(counts.robotAnswers), n: counts.threads),
      Figure("orphan_fulfilments", Double(counts.orphanFulfilments), n: counts.threads),
    ]
      // Sources that always know say nothing of it.
      + (counts.unknownAnswers > 0
        ? [Figure("agents_unknown_share", counts.unknownAnswers, of: counts.answers)] : [])
  }

  /// Channels on which at least half of the opened threads were answered, out of those with enough threads to tell.
  private func channelCoverage(_ vendor: UInt32) -> Figure {
    let told = (channels[UInt64(vendor)] ?? []).filter { $0.opened >= DiagnosticsFinish.leastThreadsOfChannel }
    return Figure("channel_coverage", Int128(told.count { 2 * $0.answered >= $0.opened }), of: Int128(told.count))
  }

  /// The median number of mature opened threads of a customer who opened any.
  private func threadsPerCustomer(_ vendor: UInt32) -> Figure {
    let numbers = customersByThreads[UInt64(vendor)] ?? []
    let customers = numbers.reduce(0) { $0 + $1.customers }
    return Figure("threads_per_customer_median", median(of: numbers, customers: customers), n: Int128(customers))
  }

  private func median(of numbers: [CustomersWithThreads], customers: Int64) -> Double? {
    guard customers > 0 else { return nil }
    func threads(ofRank rank: Int64) -> Int64 {
      var seen: Int64 = 0
      for number in numbers {
        seen += number.customers
        if seen >= rank { return number.threads }
      }
      return 0
    }
    return Double(threads(ofRank: (customers + 1) / 2) + threads(ofRank: customers / 2 + 1)) / 2
  }

  private func rowFigures(_ vendor: UInt32, _ counts: ThreadDiagnostics) -> [Figure] {
    let conflicts = counts.conflicts + responseConflicts[[UInt64(vendor)]][0]
    let respondents = Int128(loyalty.respondents(of: vendor))
    return [
      Figure("conflicts", Double(conflicts), n: conflicts),
      Figure("clusters_in_two_strata", Double(loyalty.clustersInTwoStrata(of: vendor)), n: respondents),
      Figure("other_scales", Double(loyalty.respondentsOnOtherScales(of: vendor)), n: respondents),
      Figure("mixed_scales", Double(loyalty.mixedScales(of: vendor)), n: respondents),
      Figure("lonely_strata", Double(loyalty.lonelyStrata(of: vendor)), n: respondents),
    ]
  }
}

/// One diagnostic before it has a vendor.
private struct Figure {
  private let name: String
  private let estimate: Double?
  private let numerator: Double?
  private let denominator: Double?
  private let n: Int64

  /// A count or a sum; `n` says out of how many.
  init(_ name: String, _ estimate: Double?, n: Int128) {
    self.name = name
    self.estimate = estimate
    numerator = nil
    denominator = nil
    self.n = Int64(n)
  }

  /// A ratio of counts, times `factor`; null out of none.
  init(_ name: String, _ numerator: Int128, of denominator: Int128, times factor: Double = 1) {
    self.name = name
    estimate = denominator > 0 ? factor * Double(numerator) / Double(denominator) : nil
    self.numerator = Double(numerator)
    self.denominator = Double(denominator)
    n = Int64(denominator)
  }

  func measure(_ cell: CellName) -> Measure {
    Measure(
      key: cell.metric("diagnostics." + name), estimate: estimate, numerator: numerator, denominator: denominator, n: n,
      reason: estimate == nil ? .noData : nil)
  }
}
