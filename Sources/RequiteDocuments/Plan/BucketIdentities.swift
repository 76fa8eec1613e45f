import RequiteModel

/// The identities of the rows of a bucket, ledger after ledger, of those ledgers that were looked into.
struct BucketIdentities {
  /// All of them.
  private(set) var all: [Hash128] = []
  /// Each ledger's number and the places of its rows.
  private(set) var ledgers: [(number: Int, rows: Range<Int>)] = []

  /// Those of the bucket's rows in all of `readers`, which are numbered in order.
  init(of bucket: Int, _ readers: [IdentityReader]) throws {
    all.reserveCapacity(readers.reduce(0) { $0 + Int($1.ledger.footer.buckets[bucket].rows) })
    for (number, reader) in readers.enumerated() {
      let start = all.count
      try reader.append(of: bucket, to: &all)
      ledgers.append((number, start..<all.count))
    }
  }

  /// Those that are known already, ledger after ledger.
  init(_ identities: [Hash128], ledgers: some Sequence<(Int, Range<Int>)>) {
    all = identities
    self.ledgers = ledgers.map { (number: $0, rows: $1) }
  }
}
