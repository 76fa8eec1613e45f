import RequiteModel

/// Sorts rows by a 64-bit key whose values are spread evenly, as those of fingerprints and pseudonyms are.
///
/// Rows are dealt to about as many bins as there are rows by the top bits of their keys, which leaves almost nothing to
/// compare. Keys that are not spread, such as those of one long thread, cost no more than an ordinary sort.
package enum SpreadSort {
  /// A row and its key.
  package struct Place: BitwiseCopyable {
    let key: UInt64
    let row: Int

    package init(key: UInt64, row: Int) {
      self.key = key
      self.row = row
    }
  }

  /// The rows of `places` by key; rows of one key as `precedes` says.
  @inline(__always)
  package static func order(_ places: [Place], tie precedes: (Int, Int) -> Bool) -> [Int] {
    var (dealt, ends) = deal(places)
    var start = 0
    for end in ends {
      if Int(end) - start > 1 {
        sort(&dealt, start..<Int(end)) { left, right in
          left.key != right.key ? left.key < right.key : precedes(left.row, right.row)
        }
      }
      start = Int(end)
    }
    return dealt.map(\.row)
  }

  /// The places by bin, and where each bin ends.
  private static func deal(_ places: [Place]) -> (places: [Place], ends: [Int32]) {
    var (least, greatest) = (UInt64.max, UInt64.min)
    for place in places {
      least = min(least, place.key)
      greatest = max(greatest, place.key)
    }
    let spread = places.isEmpty ? 0 : greatest - least
    let bits = max(0, Int.bitWidth - 1 - places.count.leadingZeroBitCount)
    let shift = UInt64(max(0, UInt64.bitWidth - spread.leadingZeroBitCount - bits))
    // First how many places a bin has, then where its next one goes, which in the end is where the bin ends.
    var ends = Array(repeating: Int32(0), count: 1 << bits)
    var dealt = Array(repeating: Place(key: 0, row: 0), count: places.count)
    var next = ends.mutableSpan
    for place in places { next[Int(truncatingIfNeeded: (place.key &- least) &>> shift)] += 1 }
    var sum: Int32 = 0
    for bin in next.indices {
      sum += next[bin]
      next[bin] = sum - next[bin]
    }
    var room = dealt.mutableSpan
    for place in places {
      let bin = Int(truncatingIfNeeded: (place.key &- least) &>> shift)
      room[Int(next[bin])] = place
      next[bin] += 1
    }
    return (dealt, ends)
  }

  /// Sorts the few places of one bin by insertion, many by the standard sort.
  @inline(__always)
  private static func sort(_ places: inout [Place], _ bin: Range<Int>, by precedes: (Place, Place) -> Bool) {
    guard bin.count <= 16 else { return places[bin].sort(by: precedes) }
    places.withMutableSpan(of: bin) { bin in
      for index in 1..<bin.count {
        let place = bin[index]
        var hole = index
        while hole > 0 && precedes(place, bin[hole - 1]) {
          bin[hole] = bin[hole - 1]
          hole -= 1
        }
        bin[hole] = place
      }
    }
  }
}
