import RequiteModel

/// Finds ids that stand in more than one bucket, for instance after two threads were merged at the source.
///
/// Rows of one id in one bucket are settled where the bucket is scored; rows in several must be settled before the buckets
/// part. Memory is bounded by going over the ids once for each share of them.
struct RelocationSearch {
  /// Ids looked at in one pass, at the most.
  static let identitiesPerPass = 4_000_000

  let ledgers: [LedgerReader]
  let plan: Plan

  /// The relocations, by kind and identity.
  func relocations() throws -> [Relocation] {
    try relocations(of: .interactions) { reader, bucket, scattered in
      let arena = FactArena()
      let rows = try reader.interactions(bucket: bucket, plan: plan, to: arena)
      return withExtendedLifetime(arena) { RelocationSearch.candidates(among: rows, scattered, bucket) }
    }
      + relocations(of: .surveys) { reader, bucket, scattered in
        let arena = FactArena()
        let rows = try reader.responses(bucket: bucket, plan: plan, to: arena)
        return withExtendedLifetime(arena) { RelocationSearch.candidates(among: rows, scattered, bucket) }
      }
  }

  private static func candidates(
    among rows: [some Fact], _ scattered: Set<Hash128>, _ bucket: Int
  ) -> [Candidate] {
    rows.filter { scattered.contains($0.identity) }.map { Candidate($0, bucket: bucket) }
  }

  private typealias CandidateSource = (LedgerReader, Int, Set<Hash128>) throws -> [Candidate]

  private func relocations(of kind: DumpKind, candidates: CandidateSource) throws -> [Relocation] {
    let readers = ledgers.filter { $0.footer.kind == kind }
    let total = readers.reduce(0) { $0 + Int($1.footer.rows) }
    let passes = max(1, (total + Self.identitiesPerPass - 1) / Self.identitiesPerPass)
    var scattered: Set<Hash128> = []
    for pass in 0..<passes {
      var homes = HomeTable(capacity: total / passes + total / passes / 8)
      for bucket in 0..<Bucket.count {
        for reader in readers {
          for identity in try reader.identities(bucket: bucket) where Int(identity.low % UInt64(passes)) == pass {
            if homes.isElsewhere(identity, bucket: UInt8(bucket)) { scattered.insert(identity) }
          }
        }
      }
    }
    return scattered.isEmpty ? [] : try settle(scattered, kind, readers, candidates)
  }

  private func settle(
    _ scattered: Set<Hash128>, _ kind: DumpKind, _ readers: [LedgerReader], _ candidates: CandidateSource
  ) throws -> [Relocation] {
    var rows: [Hash128: [Candidate]] = [:]
    for bucket in 0..<Bucket.count {
      for reader in readers {
        for row in try candidates(reader, bucket, scattered) { rows[row.identity, default: []].append(row) }
      }
    }
    return rows.keys.sorted().compactMap { identity in
      let rivals = rows[identity]!
      let best = rivals.dropFirst().reduce(rivals[0]) { $1.beats($0) ? $1 : $0 }
      let others = rivals.filter { $0.bucket != best.bucket }
      guard !others.isEmpty else { return nil }
      return Relocation(
        kind: kind, identity: identity, bucket: best.bucket,
        isConflict: others.contains { $0.revision == best.revision })
    }
  }
}

/// A row of an id that stands in more than one bucket.
private struct Candidate {
  let identity: Hash128
  let revision: Int64
  let text: [UInt8]
  let bucket: Int

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

/// The bucket in which each id was first met: nine bytes a slot.
///
/// Only half of an identity is kept. Two ids that share it look like one that moved, and are told apart when they are
/// settled.
private struct HomeTable {
  private var keys: [UInt64]
  private var buckets: [UInt8]
  private let mask: Int

  init(capacity: Int) {
    var size = 1024
    while size < capacity + capacity / 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    buckets = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// Whether the id was met in another bucket before; otherwise it is at home here.
  mutating func isElsewhere(_ identity: Hash128, bucket: UInt8) -> Bool {
    let key = max(1, identity.high)
    var slot = Int(truncatingIfNeeded: identity.high) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return buckets[slot] != bucket }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    buckets[slot] = bucket
    return false
  }
}
