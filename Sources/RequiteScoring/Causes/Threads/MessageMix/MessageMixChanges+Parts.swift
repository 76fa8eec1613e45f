import RequiteModel

extension MessageMixChanges {
  /// What a cause did to the share of a channel, in millionths.
  struct CausePart {
    let cause: Int
    let rows: Int64
    let numerator: Int128
    let denominator: Int128
  }

  /// Calls `body` with the share of each of the first `channels` codes of every vendor of whom anything was written or
  /// unwritten, and what its causes did by their places.
  func forEachShare(
    channels: Int,
    _ body: (_ vendor: UInt32, _ channel: UInt32, _ metric: CausedMetric, [CausePart], ChurnSums) -> Void
  ) {
    var causes: [MixShare: [Int: Sums]] = [:]
    sums.forEach { key, sums in causes[MixShare(words: key), default: [:]][Int(key[2])] = sums }
    var churns: [MixShare: ChurnSums] = [:]
    churn.forEach { key, sums in churns[MixShare(words: key)] = sums }
    let wholes = Set(causes.keys.map(\.whole)).union(churns.keys.map(\.whole))
    for whole in wholes {
      for channel in 0..<UInt32(channels) {
        let part = whole.of(channel)
        body(
          whole.vendor, channel, whole.metric, MessageMixChanges.parts(causes[part] ?? [:], of: causes[whole] ?? [:]),
          ChurnSums(churns[part] ?? ChurnSums(), of: churns[whole] ?? ChurnSums()))
      }
    }
  }

  private static func parts(_ part: [Int: Sums], of whole: [Int: Sums]) -> [CausePart] {
    Set(part.keys).union(whole.keys).map { cause in
      let (one, all) = (part[cause] ?? Sums(), whole[cause] ?? Sums())
      return CausePart(
        cause: cause, rows: one.rows + all.rows, numerator: Int128(one.written) * Int128(MetricValues.one),
        denominator: Int128(all.written) * Int128(MetricValues.one))
    }
  }
}

extension ChurnSums {
  /// The sums of a channel's share, of what moved it and of what moved the whole.
  fileprivate init(_ part: ChurnSums, of whole: ChurnSums) {
    self.init(
      customers: part.customers + whole.customers, numeratorSquared: part.numeratorSquared, product: part.product,
      denominatorSquared: whole.denominatorSquared)
  }
}
