import RequiteModel
import RequiteStatistics

/// What customers said of recommending in each trend period, as it grows for the comparison of neighbouring periods.
///
/// The moments of two periods are sums over clusters of either; only their cross products need both answers of a customer.
/// So what each period holds is summed here, from groups of answers, and enters two comparisons: as the later period of one
/// and the earlier of the next. A customer who answered in both is a cluster twice here, which `ChangePass` sets right.
struct PeriodSums {
  private var sums = GroupedSums(keyWidth: ChangeKey.width, of: ClusterMoments())
  private let lastPeriod: UInt16

  /// - Parameter periods: how many trend periods the plan has.
  init(periods: Int) {
    lastPeriod = UInt16(periods)
  }

  /// Adds the answers of customers who are a cluster alone; `key` names their own period.
  mutating func add(_ moments: AnswerMoments, of key: ChangeKey) {
    guard lastPeriod > 1 else { return }
    sums.withSum(of: key.words.span) { $0 += moments.moments(of: .value) }
  }

  /// Moves the sums to the state.
  func finish(into tables: inout StateTables) {
    tables.update(.changes) { tally in
      sums.forEach { key, sums in
        let period = key[3]
        var words: InlineArray<4, UInt64> = [key[0], key[1], key[2], period]
        if period > 1 { tally.add(PairMoments(later: sums).rawValues.span, to: words.span) }
        words[3] += 1
        if period < lastPeriod { tally.add(PairMoments(earlier: sums).rawValues.span, to: words.span) }
      }
    }
  }
}

extension PairMoments {
  /// The moments of clusters seen in the earlier period only.
  fileprivate init(earlier moments: ClusterMoments) {
    self.init()
    (n, ya, wa) = (moments.n, moments.y, moments.w)
    (yaya, yawa, wawa) = (moments.yy, moments.yw, moments.ww)
  }

  /// The moments of clusters seen in the later period only.
  fileprivate init(later moments: ClusterMoments) {
    self.init()
    (n, yb, wb) = (moments.n, moments.y, moments.w)
    (ybyb, ybwb, wbwb) = (moments.yy, moments.yw, moments.ww)
  }
}
