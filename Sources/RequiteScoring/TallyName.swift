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
  /// Key: cell. Value: `ComponentMoments.rawValues` (METHODS B12).
  case reciprocity = "reciprocity.moments"
  /// Key: cell. Value: customers with a thread in the first-answer curve.
  case timedCustomers = "first_answer.customers"
  /// Key: vendor. Value: `ThreadDiagnostics`.
  case threads = "diagnostics.threads"
  /// Key: vendor, channel. Value: mature opened threads, those answered.
  case channels = "diagnostics.channels"
  /// Key: vendor, number of mature opened threads. Value: customers with that many.
  case threadsPerCustomer = "diagnostics.threads_per_customer"
  /// Key: vendor. Value: responses in the survey window whose rows disagreed.
  case responseConflicts = "diagnostics.response_conflicts"
  /// Key: 0. Value: sums of the halves of the customers' digests of facts.
  case customerDigests = "digest.customers"
  /// Key: vendor, account (two words). Value: sums of the halves of its responses' digests.
  case accountDigests = "digest.accounts"

  /// Words in a key.
  public var keyWidth: Int {
    switch self {
    case .loyaltyCounts, .loyaltyMoments: 4
    case .loyaltyAccounts: 6
    case .reciprocity, .timedCustomers, .channels, .threadsPerCustomer: 2
    case .threads, .responseConflicts, .customerDigests: 1
    case .accountDigests: 3
    }
  }

  /// Integers in a value.
  public var valueWidth: Int {
    switch self {
    case .loyaltyCounts: LoyaltyCounts.width
    case .loyaltyMoments: AnswerMoments.width
    case .loyaltyAccounts: AnswerTotals.width
    case .reciprocity: ComponentMoments.rawCount(componentCount: Component.allCases.count)
    case .timedCustomers, .threadsPerCustomer, .responseConflicts: 1
    case .threads: ThreadDiagnostics.width
    case .channels, .customerDigests, .accountDigests: 2
    }
  }
}

extension StateTables {
  /// The tally of a name, empty when nothing was added to it.
  public subscript(name: TallyName) -> Tally {
    tallies[name.rawValue] ?? Tally(keyWidth: name.keyWidth, valueWidth: name.valueWidth)
  }

  /// Lets `body` add to the tally of a name in place.
  mutating func update(_ name: TallyName, _ body: (inout Tally) -> Void) {
    body(&tallies[name.rawValue, default: Tally(keyWidth: name.keyWidth, valueWidth: name.valueWidth)])
  }
}
