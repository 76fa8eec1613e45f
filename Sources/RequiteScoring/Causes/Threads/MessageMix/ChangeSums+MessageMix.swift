import RequiteModel

extension ChangeSums {
  /// Adds what became of the messages of one thread of a vendor.
  mutating func add(from old: MessageMix, to new: MessageMix, vendor: UInt32, _ origin: ChangeOrigin) {
    if old == new { return }
    mixes.add(from: old, to: new, vendor: vendor, origin)
    guard isWatching, let channelDimension else { return }
    for metric in CausedMetric.ofMessageMix {
      for channel in 0..<UInt32(channelCount) {
        let values = [old, new].map { mix in
          MetricValues.Value(
            metric: metric, numerator: metric.count(of: mix[channel]) * MetricValues.one,
            denominator: metric.count(of: mix.total) * MetricValues.one)
        }
        note(values[0], values[1], in: Cell(vendor: vendor, dimension: channelDimension, level: channel), origin)
      }
    }
  }

  /// Tells of the shares of channels; nothing where nothing is cut by channel.
  func addMessageMixes(to changes: inout CausedChanges) {
    guard let channelDimension else { return }
    mixes.forEachShare(channels: channelCount) { vendor, channel, metric, parts, churn in
      let parts = parts.filter { $0.rows != 0 || $0.numerator != 0 || $0.denominator != 0 }
      guard !parts.isEmpty || churn != ChurnSums() else { return }
      let key = self.key(of: metric, in: Cell(vendor: vendor, dimension: channelDimension, level: channel))
      changes.counts[key, default: .init()].churn = churn
      changes.counts[key, default: .init()].changes += parts.map {
        CausedChange(causes[$0.cause], rows: $0.rows, numerator: $0.numerator, denominator: $0.denominator)
      }
    }
  }
}
