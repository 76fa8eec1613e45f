import RequiteModel

/// Which buckets a state holds, for each of the two passes of scoring.
///
/// A sum does not show what is in it. With its coverage, states that overlap refuse to merge, and an incomplete one
/// refuses to become a report.
public struct StateCoverage: Hashable, Sendable {
  /// The buckets whose threads were judged.
  public private(set) var threads: Set<Int>
  /// The buckets whose customers were scored.
  public private(set) var customers: Set<Int>

  /// Covers the given buckets.
  public init(threads: Range<Int> = 0..<0, customers: Range<Int> = 0..<0) {
    self.threads = Set(threads)
    self.customers = Set(customers)
  }

  /// Whether every bucket of both passes is there.
  public var isComplete: Bool {
    threads.count == Bucket.count && customers.count == Bucket.count
  }

  /// Adds the buckets of `other`; `false`, and nothing added, when a bucket is in both.
  public mutating func merge(_ other: StateCoverage) -> Bool {
    guard threads.isDisjoint(with: other.threads), customers.isDisjoint(with: other.customers) else { return false }
    threads.formUnion(other.threads)
    customers.formUnion(other.customers)
    return true
  }
}

extension StateCoverage {
  func append(to writer: inout ByteWriter) {
    for buckets in [threads, customers] {
      for word in 0..<4 {
        writer.append((0..<64).reduce(UInt64(0)) { $0 | (buckets.contains(word * 64 + $1) ? 1 << UInt64($1) : 0) })
      }
    }
  }

  init(from reader: inout ByteReader) throws(DocumentFailure) {
    var sets: [Set<Int>] = [[], []]
    for pass in 0..<2 {
      for word in 0..<4 {
        let bits = try reader.read(UInt64.self)
        for bit in 0..<64 where bits >> UInt64(bit) & 1 == 1 { sets[pass].insert(word * 64 + bit) }
      }
    }
    self.init()
    (threads, customers) = (sets[0], sets[1])
  }
}
