import RequiteModel

/// The sums of judged threads by vendor and channel, in places that are numbered as vendors are met.
struct ThreadSums {
  /// What is counted of one channel of one vendor.
  struct Channel: BitwiseCopyable {
    /// Threads opened by customers.
    var opened = 0
    /// Those of them that were answered.
    var answered = 0
    /// Messages of customers.
    var questions = 0
    /// Answers of the vendor.
    var answers = 0

    /// Counts who wrote.
    @inline(__always)
    mutating func add(_ event: Interaction) {
      if event.isAnswer {
        answers += 1
      } else if event.opensThread {
        questions += 1
      }
    }
  }

  /// The counts of each vendor that was met.
  var diagnostics: [ThreadDiagnostics] = []
  private let channelCount: Int
  private let channelDimension: UInt16?
  /// The vendor of each slot.
  private var vendors: [UInt32] = []
  /// For each vendor 1 + its slot, 0 before it is met.
  private var slots: [UInt32] = []
  /// For each slot its channels.
  private var channels: [Channel] = []
  /// For each slot its waits: by channel where the plan cuts by channel, else all together.
  private var waits: [Histogram] = []

  init(channelCount: Int, channelDimension: UInt16?) {
    self.channelCount = channelCount
    self.channelDimension = channelDimension
  }

  private var waitCount: Int { channelDimension == nil ? 1 : channelCount }

  /// The place of a vendor's sums.
  @inline(__always)
  mutating func slot(of vendor: UInt32) -> Int {
    if Int(vendor) < slots.count, slots[Int(vendor)] != 0 { return Int(slots[Int(vendor)]) - 1 }
    return meet(vendor)
  }

  @inline(never)
  private mutating func meet(_ vendor: UInt32) -> Int {
    if slots.count <= Int(vendor) { slots += repeatElement(0, count: Int(vendor) + 1 - slots.count) }
    vendors.append(vendor)
    slots[Int(vendor)] = UInt32(vendors.count)
    diagnostics.append(ThreadDiagnostics())
    channels += repeatElement(Channel(), count: channelCount)
    waits += repeatElement(Histogram(), count: waitCount)
    return vendors.count - 1
  }

  /// Lets `body` add to the channels of a vendor, by their codes.
  @inline(__always)
  mutating func withChannels(of slot: Int, _ body: (inout MutableSpan<Channel>) -> Void) {
    channels.withMutableSpan(of: slot * channelCount..<(slot + 1) * channelCount, body)
  }

  /// Adds a wait that began on a channel.
  mutating func add(_ wait: Histogram.Bin, channel: UInt32, slot: Int) {
    waits[channelDimension == nil ? slot : slot * channelCount + Int(channel)].add(wait)
  }
}

extension ThreadSums {
  /// Adds everything to the state.
  func add(to tables: inout StateTables) {
    addDiagnostics(to: &tables)
    addChannels(to: &tables)
    addWaits(to: &tables)
  }

  private func addDiagnostics(to tables: inout StateTables) {
    tables.update(.threads) { tally in
      for (vendor, counts) in zip(vendors, diagnostics) where counts != ThreadDiagnostics() {
        tally.add(counts.values, to: [UInt64(vendor)])
      }
    }
  }

  private func addChannels(to tables: inout StateTables) {
    forEachChannel { vendor, channel, sums in
      guard sums.opened > 0 else { return }
      tables.update(.channels) { $0.add([Int128(sums.opened), Int128(sums.answered)], to: [vendor, channel]) }
    }
    forEachChannel { vendor, channel, sums in
      guard sums.questions + sums.answers > 0 else { return }
      tables.update(.channelMix) { $0.add([Int128(sums.questions), Int128(sums.answers)], to: [vendor, channel]) }
    }
  }

  private func forEachChannel(_ body: (UInt64, UInt64, Channel) -> Void) {
    for (slot, vendor) in vendors.enumerated() {
      for channel in 0..<channelCount { body(UInt64(vendor), UInt64(channel), channels[slot * channelCount + channel]) }
    }
  }

  /// A vendor's curve as a whole is the sum of its channels'.
  private func addWaits(to tables: inout StateTables) {
    for (slot, vendor) in vendors.enumerated() {
      for place in 0..<waitCount {
        let wait = waits[slot * waitCount + place]
        guard !wait.isEmpty else { continue }
        tables.curves[Cell(vendor: vendor), default: Histogram()].merge(wait)
        guard let channelDimension else { continue }
        let part = Cell(vendor: vendor, dimension: channelDimension, level: UInt32(place))
        tables.curves[part, default: Histogram()].merge(wait)
      }
    }
  }
}
