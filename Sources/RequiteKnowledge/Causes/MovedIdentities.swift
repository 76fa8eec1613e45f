import RequiteDocuments
import RequiteModel

/// Finds ids that both sides know, but in different buckets: their facts were corrected, not removed here and late there.
///
/// Within one side a plan lists the ids that stand in several buckets. A dump that was replaced by one in which a customer
/// was corrected moves ids without either side seeing it.
struct MovedIdentities {
  private let ledgers: [BothSides.Ledger]
  private let gone: [IdentityReader]
  private let come: [IdentityReader]
  private let relocated: Set<Hash128>

  /// Prepares a search among `ledgers`.
  ///
  /// - Parameter relocated: the ids that either plan lists.
  init(_ ledgers: [BothSides.Ledger], relocated: Set<Hash128>) {
    self.ledgers = ledgers
    self.relocated = relocated
    gone = ledgers.filter { !$0.isAfter }.map { IdentityReader($0.reader) }
    come = ledgers.filter { !$0.isBefore }.map { IdentityReader($0.reader) }
  }

  /// The ids.
  ///
  /// - Complexity: two looks at the ids of ledgers that only one side knows; one at those of all where a plan lists any.
  func identities() throws -> Set<Hash128> {
    try movedByReplacement().union(relocatedOnBothSides())
  }

  /// Those that either plan lists and both sides know.
  private func relocatedOnBothSides() throws -> Set<Hash128> {
    guard !relocated.isEmpty else { return [] }
    var (before, after) = (Set<Hash128>(), Set<Hash128>())
    var identities: [Hash128] = []
    for ledger in ledgers {
      let reader = [IdentityReader(ledger.reader)]
      for bucket in 0..<Bucket.count {
        try read(reader, bucket, &identities)
        for identity in identities where relocated.contains(identity) {
          if ledger.isBefore { before.insert(identity) }
          if ledger.isAfter { after.insert(identity) }
        }
      }
    }
    return before.intersection(after)
  }

  /// Those that left a bucket with a ledger of the earlier side and came to another with one of the later side.
  private func movedByReplacement() throws -> Set<Hash128> {
    guard !gone.isEmpty, !come.isEmpty else { return [] }
    let candidates = try newcomers()
    guard !candidates.isEmpty else { return [] }
    var moved: Set<Hash128> = []
    var identities: [Hash128] = []
    for bucket in 0..<Bucket.count {
      try read(gone, bucket, &identities)
      for identity in identities where candidates.contains(identity) { moved.insert(identity) }
    }
    return moved
  }

  /// Ids that come to a bucket and may have left another one.
  private func newcomers() throws -> Set<Hash128> {
    let filter = IdentityFilter(count: gone.reduce(0) { $0 + Int($1.ledger.footer.rows) })
    var identities: [Hash128] = []
    for bucket in 0..<Bucket.count {
      try read(gone, bucket, &identities)
      filter.insert(identities)
    }
    var candidates: Set<Hash128> = []
    var own: [Hash128] = []
    for bucket in 0..<Bucket.count {
      try read(come, bucket, &identities)
      let seen = identities.filter(filter.mayContain)
      guard !seen.isEmpty else { continue }
      try read(gone, bucket, &own)
      candidates.formUnion(Set(seen).subtracting(own))
    }
    return candidates
  }

  private func read(_ readers: [IdentityReader], _ bucket: Int, _ identities: inout [Hash128]) throws {
    identities.removeAll(keepingCapacity: true)
    for reader in readers { try reader.append(of: bucket, to: &identities) }
  }
}
