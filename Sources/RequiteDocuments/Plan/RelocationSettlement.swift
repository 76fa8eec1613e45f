import RequiteModel

/// Decides where ids count whose rows stand in several buckets, by what the rows say.
struct RelocationSettlement {
  let kind: DumpKind
  /// The ledgers of that kind, by their numbers.
  let ledgers: [LedgerReader]
  let plan: Plan
  let links: IdentityLinks?

  /// Settles ids that stand in several buckets, in order.
  ///
  /// - Parameters:
  ///   - sightings: where they stand.
  ///   - rows: reads a bucket of a ledger.
  func relocations<F: Fact>(
    of sightings: [Sighting], _ rows: (FactReader, Int, FactArena) throws -> [F]
  ) throws -> [Relocation] {
    let identities = Set(sightings.map(\.identity))
    var rivals: [Hash128: [Candidate]] = [:]
    for (reader, blocks) in Dictionary(grouping: sightings, by: \.reader) {
      let ledger = try FactReader(ledgers[Int(reader)], plan: plan, links: links)
      for bucket in Set(blocks.map(\.bucket)) {
        let arena = FactArena()
        let facts = try rows(ledger, Int(bucket), arena)
        withExtendedLifetime(arena) {
          for fact in facts where identities.contains(fact.identity) {
            rivals[fact.identity, default: []].append(Candidate(fact, bucket: Int(bucket)))
          }
        }
      }
    }
    return rivals.keys.sorted().map { relocation(of: $0, among: rivals[$0]!) }
  }

  /// Where an id counts whose rows stand in several buckets.
  private func relocation(of identity: Hash128, among rivals: [Candidate]) -> Relocation {
    let best = rivals.dropFirst().reduce(rivals[0]) { $1.beats($0) ? $1 : $0 }
    return Relocation(
      kind: kind, identity: identity, bucket: best.bucket,
      isConflict: rivals.contains { $0.bucket != best.bucket && $0.revision == best.revision })
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
