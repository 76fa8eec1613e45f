import RequiteDocuments
import RequiteModel

/// Finds ids that left one bucket with a ledger of the earlier side and came to another with one of the later side.
///
/// Within one side a plan lists the ids that stand in several buckets. A dump that was replaced by one in which a customer
/// was corrected moves ids without either side seeing it.
struct MovedIdentities {
  private let gone: [IdentityReader]
  private let come: [IdentityReader]

  init(_ ledgers: [BothSides.Ledger]) {
    gone = ledgers.filter { !$0.isAfter }.map { IdentityReader($0.reader) }
    come = ledgers.filter { !$0.isBefore }.map { IdentityReader($0.reader) }
  }

  /// The ids; empty when only one of the sides has ledgers of its own.
  ///
  /// - Complexity: two looks at the ids of ledgers that only one side knows.
  func identities() throws -> Set<Hash128> {
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
    var filter = IdentityFilter(count: gone.reduce(0) { $0 + Int($1.ledger.footer.rows) })
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
