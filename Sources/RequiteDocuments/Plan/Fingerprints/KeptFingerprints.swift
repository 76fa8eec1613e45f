import RequiteModel

/// Tells which of the ledgers whose fingerprints are kept must be looked into, bucket by bucket: those of which any comes
/// again, be it in a ledger that is looked into anyway or in another one of them.
struct KeptFingerprints {
  /// The fingerprints of a ledger, by its number.
  private typealias LedgerBlock = (ledger: Int, block: FingerprintFile.Block)

  private let files: [FingerprintFile]
  /// For each ledger of each file its numbers; equal ledgers have several.
  private let numbers: [[[Int]]]
  /// Fingerprints of ids that are sought wherever they stand.
  private var sought = FingerprintTable()
  private var ids = FingerprintTable()
  private var threads = FingerprintTable()

  /// Prepares to look through `files` for whatever comes again.
  ///
  /// - Parameters:
  ///   - files: of one kind.
  ///   - ledgers: the digests of that kind's ledgers, by their numbers.
  ///   - ids: identities that are sought wherever they stand.
  init(_ files: [FingerprintFile], of ledgers: [String], sought ids: Set<Hash128>) {
    let places = Dictionary(grouping: ledgers.indices) { ledgers[$0] }
    self.files = files
    numbers = files.map { $0.ledgers.map { places[$0] ?? [] } }
    sought.removeAll(roomFor: ids.count)
    for id in ids { _ = sought.insert(id.fingerprint, owner: 0) }
  }

  /// Those ledgers that must be looked into.
  ///
  /// - Parameters:
  ///   - bucket: the bucket.
  ///   - isKept: whether a ledger, by its number, is not looked into anyway.
  ///   - keys: what is known of the ledgers that are.
  mutating func rivals(in bucket: Int, where isKept: (Int) -> Bool, of keys: RowKeys) throws -> Set<Int> {
    let blocks = try blocks(of: bucket, where: isKept)
    note(keys, roomFor: blocks.reduce(0) { $0 + $1.block.ids.count })
    var rivals: Set<Int> = []
    for (ledger, block) in blocks {
      for place in 0..<block.ids.count {
        let id = UInt32(truncatingIfNeeded: block.ids[place])
        if let other = ids.insert(id, owner: ledger + 1) {
          rivals.insert(ledger)
          if other > 0 { rivals.insert(other - 1) }
        } else if sought.contains(id) {
          rivals.insert(ledger)
        }
      }
      for place in 0..<block.threads.count where threads.contains(UInt32(truncatingIfNeeded: block.threads[place])) {
        rivals.insert(ledger)
      }
    }
    return rivals
  }

  private func blocks(of bucket: Int, where isKept: (Int) -> Bool) throws -> [LedgerBlock] {
    var blocks: [LedgerBlock] = []
    for (file, numbers) in zip(files, numbers) {
      for (block, numbers) in zip(try file.blocks(of: bucket), numbers) {
        for number in numbers where isKept(number) { blocks.append((number, block)) }
      }
    }
    return blocks
  }

  /// Notes all ids, and the threads that went on since the cutoff, of ledgers that are looked into: their owner is 0.
  private mutating func note(_ keys: RowKeys, roomFor more: Int) {
    ids.removeAll(roomFor: keys.identities.count + more)
    for identity in keys.identities { _ = ids.insert(identity.fingerprint, owner: 0) }
    threads.removeAll(roomFor: keys.threads.count)
    for thread in keys.threads where keys.isRecent[thread.rows.lowerBound] {
      _ = threads.insert(thread.hash.fingerprint, owner: 0)
    }
  }
}
