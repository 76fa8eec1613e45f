import RequiteModel

/// What became of the messages and answers on each channel of each vendor.
///
/// The share of a channel is divided by what was written on all of them, so that a message on one channel moves the shares
/// of every other. What became of the whole is therefore summed once, and told of each channel.
struct MessageMixChanges {
  /// What a cause did to a channel, or to all of them.
  struct Sums {
    /// Threads by which the whole changed; of a channel, those that left the whole as it was.
    var rows: Int64 = 0
    var written: Int64 = 0
  }

  private(set) var sums = GroupedSums(keyWidth: 3, of: Sums())
  private(set) var churn = GroupedSums(keyWidth: 2, of: ChurnSums())
  /// What the customer who is looked at moved.
  private var moved = MessageMix()

  /// Adds what became of one thread of a vendor.
  mutating func add(from old: MessageMix, to new: MessageMix, vendor: UInt32, _ origin: ChangeOrigin) {
    var change = new
    change.add(old, times: -1)
    for metric in CausedMetric.ofMessageMix {
      let whole = metric.count(of: change.total)
      if whole != 0 { add(whole, rows: 1, to: MixShare(vendor, metric, channel: nil), origin) }
      change.forEach { channel in
        let part = metric.count(of: channel.written)
        guard part != 0 else { return }
        add(part, rows: whole == 0 ? 1 : 0, to: MixShare(vendor, metric, channel: channel.code), origin)
      }
    }
  }

  private mutating func add(_ written: Int64, rows: Int64, to share: MixShare, _ origin: ChangeOrigin) {
    let words = share.words
    let key: InlineArray<3, UInt64> = [words[0], words[1], UInt64(origin.cause)]
    sums.withSum(of: key.span) {
      $0.rows += origin.isOfRows ? rows : 0
      $0.written += written
    }
  }
}

extension MessageMixChanges {
  /// Adds what the customer who is looked at moved with one thread, `sign` times, for the noise alone.
  mutating func addMovement(of mix: MessageMix, times sign: Int64) {
    moved.add(mix, times: sign)
  }

  /// Ends a customer of a vendor: from here on, movements are of another one.
  ///
  /// A channel's sums count the customers who left the whole as it was; the others are counted there.
  mutating func endCustomer(ofVendor vendor: UInt32) {
    for metric in CausedMetric.ofMessageMix {
      let whole = Int128(metric.count(of: moved.total) * MetricValues.one)
      if whole != 0 {
        let share = MixShare(vendor, metric, channel: nil)
        churn.withSum(of: share.words.span) { $0.add(numerator: 0, denominator: whole) }
      }
      moved.forEach { channel in
        let part = Int128(metric.count(of: channel.written) * MetricValues.one)
        guard part != 0 else { return }
        let share = MixShare(vendor, metric, channel: channel.code)
        churn.withSum(of: share.words.span) { sums in
          sums.customers += whole == 0 ? 1 : 0
          sums.numeratorSquared += part * part
          sums.product += part * whole
        }
      }
    }
    moved = MessageMix()
  }
}
