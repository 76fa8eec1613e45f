import RequiteModel

/// Finds ids that stand in more than one bucket, for instance after two threads were merged at the source.
///
/// Rows of one id in one bucket are settled where the bucket is scored; rows in several must be settled before the buckets
/// part. Memory is bounded by going over the ledgers once for each share of the id space.
struct RelocationSearch {
  /// Identities looked at in one pass, at the most.
  static let identitiesPerPass = 4_000_000

  let ledgers: [LedgerReader]
  let plan: Plan

  /// The relocations, by kind and identity.
  func relocations() throws -> [Relocation] {
    try relocations(of: .interactions) { try $0.interactions(bucket: $1, plan: plan).map(Candidate.init) }
      + relocations(of: .surveys) { try $0.responses(bucket: $1, plan: plan).map(Candidate.init) }
  }

  private struct Candidate {
    let identity: Hash128
    let revision: Int64
    let text: [UInt8]
    var bucket = 0

    init(_ fact: some Fact) {
      identity = fact.identity
      revision = fact.revision
      text = []
    }

    init(_ fact: some Fact, bucket: Int) {
      identity = fact.identity
      revision = fact.revision
      text = fact.serialisation
      self.bucket = bucket
    }

    /// Whether this row stands rather than `other`.
    func beats(_ other: Candidate) -> Bool {
      revision != other.revision ? revision > other.revision : text.lexicographicallyPrecedes(other.text)
    }
  }

  private func relocations(
    of kind: DumpKind, rows: (LedgerReader, Int) throws -> [Candidate]
  ) throws -> [Relocation] {
    let readers = ledgers.filter { $0.footer.kind == kind }
    let total = readers.reduce(0) { $0 + Int($1.footer.rows) }
    let passes = max(1, (total + Self.identitiesPerPass - 1) / Self.identitiesPerPass)
    var scattered: Set<Hash128> = []
    for pass in 0..<passes { try find(pass, of: passes, readers, rows, &scattered) }
    return scattered.isEmpty ? [] : try settle(scattered, kind, readers)
  }

  private func find(
    _ pass: Int, of passes: Int, _ readers: [LedgerReader], _ rows: (LedgerReader, Int) throws -> [Candidate],
    _ scattered: inout Set<Hash128>
  ) throws {
    var homes: [Hash128: UInt8] = [:]
    for bucket in 0..<Bucket.count {
      for reader in readers where reader.footer.buckets[bucket].rows > 0 {
        for row in try rows(reader, bucket) where Int(row.identity.low % UInt64(passes)) == pass {
          if let home = homes.updateValue(UInt8(bucket), forKey: row.identity), home != UInt8(bucket) {
            scattered.insert(row.identity)
          }
        }
      }
    }
  }

  private func settle(_ scattered: Set<Hash128>, _ kind: DumpKind, _ readers: [LedgerReader]) throws -> [Relocation] {
    var candidates: [Hash128: [Candidate]] = [:]
    for bucket in 0..<Bucket.count {
      for reader in readers where reader.footer.buckets[bucket].rows > 0 {
        let found =
          kind == .interactions
          ? try reader.interactions(bucket: bucket, plan: plan).filter { scattered.contains($0.identity) }
            .map { Candidate($0, bucket: bucket) }
          : try reader.responses(bucket: bucket, plan: plan).filter { scattered.contains($0.identity) }
            .map { Candidate($0, bucket: bucket) }
        for row in found { candidates[row.identity, default: []].append(row) }
      }
    }
    return candidates.keys.sorted().map { identity in
      let rows = candidates[identity]!
      let best = rows.dropFirst().reduce(rows[0]) { $1.beats($0) ? $1 : $0 }
      let rivals = rows.filter { $0.revision == best.revision && $0.bucket != best.bucket }
      return Relocation(kind: kind, identity: identity, bucket: best.bucket, isConflict: !rivals.isEmpty)
    }
  }
}
