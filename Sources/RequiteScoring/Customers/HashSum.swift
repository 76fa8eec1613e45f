import RequiteModel

/// A sum of fingerprints: exact, so that neither order nor division of the facts shows.
struct HashSum {
  private(set) var count = 0
  private(set) var high: Int128 = 0
  private(set) var low: Int128 = 0

  /// Adds one fingerprint.
  @inline(__always)
  mutating func add(_ hash: Hash128) {
    count += 1
    high += Int128(hash.high)
    low += Int128(hash.low)
  }

  /// Adds the sum to what is hashed.
  @inline(__always)
  func append(to hash: inout PairHash) {
    hash.absorb(UInt64(truncatingIfNeeded: high), UInt64(truncatingIfNeeded: high >> 64))
    hash.absorb(UInt64(truncatingIfNeeded: low), UInt64(truncatingIfNeeded: low >> 64))
  }

  /// The integers of a tally's value.
  var values: [Int128] { [high, low] }

  /// The sum as words to hash.
  var words: [UInt64] { HashSum.words(of: values) }

  /// Integers as words to hash, the low half of each first.
  static func words(of values: [Int128]) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(2 * values.count)
    for value in values {
      words.append(UInt64(truncatingIfNeeded: value))
      words.append(UInt64(truncatingIfNeeded: value >> 64))
    }
    return words
  }
}
