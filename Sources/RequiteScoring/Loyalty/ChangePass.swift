import RequiteModel
import RequiteStatistics

/// Customers who answered in two neighbouring trend periods, as they grow while one bucket is scored.
///
/// Such a customer is one cluster with two totals, which keeps the covariance of the two scores: taking the periods for
/// independent overstates the noise of a change. What each period holds by itself comes from `PeriodSums`; here are the
/// products of the two, and one cluster less for each customer, whom the two periods count twice. Customers of accounts
/// are joined when the state is finished. METHODS B5.
struct ChangePass {
  private var pairs = GroupedSums(keyWidth: ChangeKey.width, of: CrossProducts())
  private let isPooled: Bool

  init(isPooled: Bool) {
    self.isPooled = isPooled
  }

  /// Adds one customer's answers that stand.
  mutating func add(_ standing: [LatestResponses.Standing]) {
    // Two periods, and the window: most customers have answered once.
    guard standing.count > 2 else { return }
    for later in standing.indices where standing[later].isComparable {
      for earlier in standing.indices where standing[earlier].isComparable {
        add(earlier: standing[earlier], later: standing[later])
      }
    }
  }

  private mutating func add(earlier: LatestResponses.Standing, later: LatestResponses.Standing) {
    let scale = later.scale(pooling: isPooled)
    guard earlier.period + 1 == later.period, earlier.response.stratum == later.response.stratum,
      earlier.scale(pooling: isPooled) == scale
    else { return }
    let key = ChangeKey(
      vendor: later.response.vendor, stratum: later.response.stratum, scale: scale, period: later.period)
    pairs.withSum(of: key.words.span) { $0.add(earlier: earlier.answer, later: later.answer) }
  }

  /// Moves the sums to the state.
  func finish(into tables: inout StateTables) {
    tables.update(.changes) { tally in
      pairs.forEach { key, sums in tally.add(sums.correction.rawValues.span, to: key) }
    }
  }
}

/// What the totals of customers in two periods have in common.
private struct CrossProducts {
  private var customers: Int128 = 0
  private var yayb: Int128 = 0
  private var yawb: Int128 = 0
  private var wayb: Int128 = 0
  private var wawb: Int128 = 0

  /// Adds one customer.
  mutating func add(earlier: Answer, later: Answer) {
    customers += 1
    yayb += Int128(earlier.value) * Int128(later.value)
    yawb += Int128(earlier.value) * Int128(later.weight)
    wayb += Int128(earlier.weight) * Int128(later.value)
    wawb += Int128(earlier.weight) * Int128(later.weight)
  }

  /// What is to be added to the moments of two periods in which the customers are clusters twice.
  var correction: PairMoments {
    var moments = PairMoments()
    moments.n = -customers
    (moments.yayb, moments.yawb, moments.wayb, moments.wawb) = (yayb, yawb, wayb, wawb)
    return moments
  }
}

/// Whose change from one trend period to the next.
struct ChangeKey: Hashable {
  /// Words in a tally's key.
  static let width = 4

  /// Code of the vendor.
  let vendor: UInt32
  /// Code of the stratum.
  let stratum: UInt32
  /// The scale of the scores.
  let scale: ScoreScale
  /// Code of the later period.
  let period: UInt16

  /// The words of a tally's key.
  var words: InlineArray<4, UInt64> {
    [UInt64(vendor), QuestionWord.word(of: .nps, stratum: stratum), scale.word, UInt64(period)]
  }
}

extension ChangeKey {
  /// The key of a tally's words; `nil` for the words of a newer format.
  init?(words: [UInt64]) {
    guard let scale = ScoreScale(word: words[2]) else { return nil }
    self.init(
      vendor: UInt32(words[0]), stratum: QuestionWord.stratum(of: words[1]), scale: scale, period: UInt16(words[3]))
  }
}

/// A cluster's totals in two periods.
struct PairTotals {
  /// In the earlier one.
  var earlier = AnswerTotals()
  /// In the later one.
  var later = AnswerTotals()
}

extension PairMoments {
  /// Adds one whole cluster.
  mutating func add(_ totals: PairTotals) {
    add(ya: totals.earlier.value, wa: totals.earlier.weight, yb: totals.later.value, wb: totals.later.weight)
  }
}

extension LatestResponses.Standing {
  /// Whether it answers the recommendation question in a trend period, for a customer who is a cluster alone.
  fileprivate var isComparable: Bool {
    period > 0 && response.instrument == .nps && response.account == .none
  }
}
