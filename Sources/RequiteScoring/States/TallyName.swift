import RequiteModel
import RequiteStatistics

/// The tallies of a state, with what their keys and values mean.
///
/// The raw value is the name in state files. Words of a key: `cell` is two (`Cell.words`), `question` is one
/// (instrument code, then stratum in the low half), `scale` is one (lowest and highest score in 32 bits each).
public enum TallyName: String, CaseIterable, Sendable {
  /// Key: cell, question, scale; the stratum is always 0. Value: `LoyaltyCounts`.
  case loyaltyCounts = "loyalty.counts"
  /// Key: cell, question, scale. Value: `AnswerMoments` of clusters that are customers.
  case loyaltyMoments = "loyalty.moments"
  /// Key: cell, question, scale, account (two words). Value: `AnswerTotals`, collapsed when a state is finished.
  case loyaltyAccounts = "loyalty.accounts"
  /// Key: vendor, question, scale. Value: respondents of the window.
  case loyaltyScales = "loyalty.scales"
  /// Key: cell. Value: invitations by `Disposition`.
  case dispositions = "loyalty.dispositions"
  /// Key: vendor, question, scale, later period. Value: `PairMoments` of clusters that are customers.
  case changes = "loyalty.changes"
  /// Key: `RakingKey`. Value: `RakingCounts`.
  case raking = "loyalty.raking"
  /// Key: `BalanceKey`. Value: `BalanceSums`.
  case balance = "balance.sums"
  /// Key: `BalanceKey`, permille given. Value: customers.
  case balanceGiven = "balance.given"
  /// Key: `BalanceKey`, permille returned. Value: customers.
  case balanceReturned = "balance.returned"
  /// Key: vendor. Value: customers who answered or with whom a component had a case.
  case balanceCustomers = "balance.customers"
  /// Key: `PerceptionKey`. Value: `PerceptionMoments` of clusters that are customers.
  case perception = "perception.moments"
  /// Key: `PerceptionKey`, account (two words). Value: `PerceptionTotals`, collapsed when a state is finished.
  case perceptionAccounts = "perception.accounts"
  /// Key: `UnitKey`. Value: `LoyaltyCounts`.
  case units = "employee.units"
  /// Key: cell. Value: `ComponentMoments.rawValues` (METHODS B12).
  case reciprocity = "reciprocity.moments"
  /// Key: cell. Value: customers with a thread in the first-answer curve.
  case timedCustomers = "first_answer.customers"
  /// Key: vendor. Value: `ThreadDiagnostics`.
  case threads = "diagnostics.threads"
  /// Key: vendor, channel. Value: mature opened threads, those answered.
  case channels = "diagnostics.channels"
  /// Key: vendor, channel. Value: messages of customers and answers of the vendor in mature threads.
  case channelMix = "diagnostics.channel_mix"
  /// Key: vendor, number of mature opened threads. Value: customers with that many.
  case threadsPerCustomer = "diagnostics.threads_per_customer"
  /// Key: vendor. Value: responses in the survey window and revenue of any year whose rows disagreed.
  case responseConflicts = "diagnostics.response_conflicts"
  /// Key: vendor. Value: `LinkCounts`; only on a night with a crosswalk.
  case links = "diagnostics.links"
  /// Key: vendor, year. Value: `RevenueTotals`.
  case revenue = "growth.revenue"
  /// Key: 0. Value: sums of the halves of the customers' digests of facts.
  case customerDigests = "digest.customers"
  /// Key: vendor, account (two words). Value: sums of the halves of its responses' digests.
  case accountDigests = "digest.accounts"

  /// Words in a key.
  public var keyWidth: Int {
    switch self {
    case .threads, .responseConflicts, .links, .customerDigests, .balanceCustomers: 1
    case .reciprocity, .timedCustomers, .channels, .channelMix, .threadsPerCustomer, .dispositions, .revenue: 2
    case .accountDigests, .loyaltyScales, .balance: 3
    case .loyaltyCounts, .loyaltyMoments, .changes, .balanceGiven, .balanceReturned, .units: 4
    case .perception: 5
    case .loyaltyAccounts: 6
    case .raking, .perceptionAccounts: 7
    }
  }

  /// Integers in a value.
  public var valueWidth: Int {
    switch self {
    case .loyaltyCounts, .units: LoyaltyCounts.width
    case .loyaltyMoments: AnswerMoments.width
    case .loyaltyAccounts: AnswerTotals.width
    case .dispositions: Disposition.allCases.count
    case .changes: PairMoments.rawCount
    case .raking: RakingCounts.width
    case .balance: BalanceSums.width
    case .perception: PerceptionMoments.width
    case .perceptionAccounts: PerceptionTotals.width
    case .reciprocity: ComponentMoments.rawCount(componentCount: Component.allCases.count)
    case .threads: ThreadDiagnostics.width
    case .revenue: RevenueTotals.width
    case .links: LinkCounts.width
    case .channels, .channelMix, .customerDigests, .accountDigests: 2
    case .loyaltyScales, .timedCustomers, .threadsPerCustomer, .responseConflicts, .balanceGiven, .balanceReturned,
      .balanceCustomers:
      1
    }
  }
}

extension StateTables {
  /// Whether every tally holds the sums that this release makes.
  ///
  /// A state that was kept for a version outlives releases, and with them what is summed.
  public var isOfThisRelease: Bool {
    TallyName.allCases.allSatisfy { name in
      guard let tally = tallies[name.rawValue] else { return true }
      return tally.keyWidth == name.keyWidth && tally.valueWidth == name.valueWidth
    }
  }

  /// The tally of a name, empty when nothing was added to it.
  public subscript(name: TallyName) -> Tally {
    tallies[name.rawValue] ?? Tally(keyWidth: name.keyWidth, valueWidth: name.valueWidth)
  }

  /// Takes the tally of a name out, to add to it without copying it; it comes back with `put`.
  mutating func take(_ name: TallyName) -> Tally {
    tallies.removeValue(forKey: name.rawValue) ?? Tally(for: name)
  }

  /// Puts a tally that was taken back.
  mutating func put(_ tally: consuming Tally, as name: TallyName) {
    tallies[name.rawValue] = tally
  }

  /// Lets `body` add to the tally of a name in place.
  mutating func update(_ name: TallyName, _ body: (inout Tally) -> Void) {
    body(&tallies[name.rawValue, default: Tally(keyWidth: name.keyWidth, valueWidth: name.valueWidth)])
  }
}
