import RequiteModel

/// How often keys came, on the way to a tally of one integer.
///
/// Cheaper than adding to the tally each time: its counts have one size.
struct KeyCounts {
  private var keys: KeyTable
  private var counts: [Int64] = []

  /// Creates counts of no keys of so many words.
  init(width: Int) {
    keys = KeyTable(width: width)
  }

  /// How many keys came.
  var count: Int { counts.count }

  /// Counts a key once more.
  @inline(__always)
  mutating func add(_ key: Span<UInt64>) {
    let number = keys.insert(key)
    if number == counts.count { counts.append(0) }
    counts[number] += 1
  }

  /// Moves everything to `tally`, whose keys `key` makes of these; the counts are empty after it.
  mutating func move(to tally: inout Tally, key: (ArraySlice<UInt64>) -> [UInt64] = { Array($0) }) {
    for (number, count) in counts.enumerated() { tally.add([Int128(count)], to: key(keys.key(number))) }
    keys.removeAll()
    counts.removeAll(keepingCapacity: true)
  }
}
