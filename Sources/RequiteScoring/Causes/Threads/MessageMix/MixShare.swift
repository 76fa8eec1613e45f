import RequiteModel

/// What a share of messages is of: a channel of a vendor, or all channels together.
struct MixShare: Hashable {
  let vendor: UInt32
  /// Whose messages: `diagnostics.channel_mix_customers` or `diagnostics.channel_mix_vendor`.
  let metric: CausedMetric
  /// Code of the channel; `nil` for all.
  let channel: UInt32?

  init(_ vendor: UInt32, _ metric: CausedMetric, channel: UInt32?) {
    (self.vendor, self.metric, self.channel) = (vendor, metric, channel)
  }

  /// The share of the first two words of a key.
  init(words: Span<UInt64>) {
    vendor = UInt32(words[0] >> 32)
    metric = CausedMetric(code: UInt8(words[0] & 0xFF))
    channel = words[1] == 0 ? nil : UInt32(words[1] - 1)
  }

  /// The two words of a key.
  var words: InlineArray<2, UInt64> {
    [UInt64(vendor) << 32 | UInt64(metric.code), channel.map { UInt64($0) + 1 } ?? 0]
  }

  /// The same of one channel.
  func of(_ channel: UInt32) -> MixShare { MixShare(vendor, metric, channel: channel) }

  /// The same of all channels.
  var whole: MixShare { MixShare(vendor, metric, channel: nil) }
}

extension CausedMetric {
  /// The shares of channels.
  static let ofMessageMix = [CausedMetric.channelMixCustomers, .channelMixVendor]

  /// What counts in the share of a channel.
  func count(of written: Written) -> Int64 {
    self == .channelMixCustomers ? written.messages : written.answers
  }
}
