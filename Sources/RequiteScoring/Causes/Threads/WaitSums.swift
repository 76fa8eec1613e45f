import RequiteModel

/// Waits that came and went, by vendor, channel and cause: a word each until they are counted.
struct WaitSums: Sendable {
  private var keys = KeyTable(width: 2)
  /// For each key its waits: seconds, then two bits, whether it was cut off and whether it went.
  private var waits: [[UInt64]] = []

  private static let cutOff: UInt64 = 2
  private static let gone: UInt64 = 1

  /// A thread waits that long now.
  mutating func add(_ wait: Histogram.Bin, vendor: UInt32, channel: UInt32, cause: Int) {
    append(wait, 0, vendor, channel, cause)
  }

  /// A thread does not wait that long any more.
  mutating func remove(_ wait: Histogram.Bin, vendor: UInt32, channel: UInt32, cause: Int) {
    append(wait, WaitSums.gone, vendor, channel, cause)
  }

  private mutating func append(
    _ wait: Histogram.Bin, _ flag: UInt64, _ vendor: UInt32, _ channel: UInt32, _ cause: Int
  ) {
    let key: InlineArray<2, UInt64> = [UInt64(vendor) << 32 | UInt64(channel), UInt64(cause)]
    let number = keys.insert(key.span)
    if number == waits.count { waits.append([]) }
    waits[number].append(UInt64(wait.seconds) << 2 | (wait.censored > 0 ? WaitSums.cutOff : 0) | flag)
  }

  /// What the cause at a place did to the waits of a cell.
  struct Part {
    let cell: Cell
    let cause: Int
    let bins: WaitBins
  }

  /// What each cause did in each cell that has a curve, in no order; causes that came to nothing are left out.
  ///
  /// - Parameter channelDimension: the code of the dimension `channel`, where there is one.
  func parts(channelDimension: UInt16?) -> [Part] {
    var parts: [Part] = []
    var vendors: [VendorCause: [UInt64]] = [:]
    for number in waits.indices {
      let key = keys.key(number)
      let (place, cause) = (key[key.startIndex], Int(key[key.startIndex + 1]))
      let (vendor, channel) = (UInt32(place >> 32), UInt32(truncatingIfNeeded: place))
      vendors[VendorCause(vendor: vendor, cause: cause), default: []] += waits[number]
      guard let channelDimension else { continue }
      let cell = Cell(vendor: vendor, dimension: channelDimension, level: channel)
      parts.append(Part(cell: cell, cause: cause, bins: WaitSums.counted(waits[number])))
    }
    for (key, waits) in vendors {
      parts.append(Part(cell: Cell(vendor: key.vendor), cause: key.cause, bins: WaitSums.counted(waits)))
    }
    // What came and went alike is nothing, to a vendor though not to two of its channels.
    return parts.filter { !$0.bins.isEmpty }
  }

  private struct VendorCause: Hashable {
    let vendor: UInt32
    let cause: Int
  }

  private static func counted(_ waits: [UInt64]) -> WaitBins {
    let sorted = waits.sorted()
    var bins: [WaitBins.Bin] = []
    var start = 0
    while start < sorted.count {
      var counts = CausedChanges.WaitCounts()
      var next = start
      while next < sorted.count, sorted[next] >> 2 == sorted[start] >> 2 {
        let sign: Int64 = sorted[next] & gone == 0 ? 1 : -1
        if sorted[next] & cutOff == 0 { counts.answered += sign } else { counts.censored += sign }
        next += 1
      }
      if counts != CausedChanges.WaitCounts() { bins.append(.init(seconds: Int64(sorted[start] >> 2), counts)) }
      start = next
    }
    return WaitBins(ascending: bins)
  }
}
