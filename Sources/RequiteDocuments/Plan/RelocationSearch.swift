import RequiteModel

/// Looks at all ids of a night: finds those that stand in more than one bucket, for instance after two threads were merged
/// at the source, and the rows that no number rests on.
///
/// Rows of one id in one bucket are settled where the bucket is scored; rows in several must be settled before the buckets
/// part. Almost no id is one of them, so a first look at all ids, bucket by bucket, asks a filter of bounded size which
/// have been in an earlier bucket; only what it names is looked at again, exactly.
struct RelocationSearch {
  /// What the look found.
  struct Found {
    /// The relocations, by kind and identity.
    var relocations: [Relocation] = []
    /// What need not be read, by kind.
    var resting: [RestingRows] = []
  }

  let ledgers: [LedgerReader]
  /// By what the plan knows each of the ledgers.
  let digests: [String]
  let plan: Plan
  /// Whose facts are whose, as a night reads them.
  let links: IdentityLinks?

  /// Looks at events and responses.
  func find() throws -> Found {
    var found = Found()
    let erasures = try Erasures(ledgers.filter { $0.footer.kind == .erasures }, plan: plan, links: links)
    try look(at: .interactions, erasures, &found) { ledger, bucket, arena in
      var rows: [Interaction] = []
      try ledger.appendInteractions(of: bucket, to: &rows, arena: arena)
      return rows
    }
    try look(at: .surveys, erasures, &found) { ledger, bucket, arena in
      var rows: [Response] = []
      try ledger.appendResponses(of: bucket, to: &rows, arena: arena)
      return rows
    }
    return found
  }

  private func look<F: Fact>(
    at kind: DumpKind, _ erasures: Erasures, _ found: inout Found, rows: (FactReader, Int, FactArena) throws -> [F]
  ) throws {
    let readers = ledgers.filter { $0.footer.kind == kind }.map(IdentityReader.init)
    var resting = try restingSearch(for: kind, erasures)
    let candidates = try candidates(readers, &resting)
    let sightings = candidates.isEmpty ? [] : Sighting.ofScattered(among: try sightings(of: candidates, readers))
    for bucket in Set(sightings.map(\.bucket)) { resting?.wake(Int(bucket)) }
    if let rows = resting?.found, !rows.isEmpty { found.resting.append(rows) }
    if !sightings.isEmpty { found.relocations += try settle(sightings, kind, readers, rows) }
  }

  /// Looks for what is at rest of a kind; `nil` where no ledger is old enough.
  private func restingSearch(for kind: DumpKind, _ erasures: Erasures) throws -> RestingSearch? {
    let cutoff = plan.settings.restingCutoff(of: kind)
    let isOld = { (ledger: LedgerReader) in (ledger.footer.latest ?? cutoff) < cutoff }
    let readers = zip(digests, ledgers).filter { $1.footer.kind == kind }
    guard readers.contains(where: { isOld($1) }) else { return nil }
    return RestingSearch(
      kind, cutoff: cutoff,
      ledgers: try readers.map { digest, ledger in
        RestingSearch.Ledger(
          digest: digest, reader: ledger, facts: try FactReader(ledger, plan: plan, links: links), isOld: isOld(ledger))
      }, erasures: erasures)
  }

  /// The ids that may have been in an earlier bucket, among them every one that has; looks for what is at rest on the way.
  private func candidates(_ readers: [IdentityReader], _ resting: inout RestingSearch?) throws -> Set<Hash128> {
    var filter = IdentityFilter(count: readers.reduce(0) { $0 + Int($1.ledger.footer.rows) })
    var candidates: Set<Hash128> = []
    var identities: [Hash128] = []
    var seen: [Hash128] = []
    for bucket in 0..<Bucket.count {
      identities.removeAll(keepingCapacity: true)
      if let all = try resting?.look(at: bucket) {
        identities = all
      } else {
        for reader in readers { try reader.append(of: bucket, to: &identities) }
      }
      filter.appendSeen(among: identities, to: &seen)
      candidates.formUnion(seen)
      seen.removeAll()
      filter.insert(identities)
    }
    return candidates
  }

  /// Every row of the candidates.
  private func sightings(of candidates: Set<Hash128>, _ readers: [IdentityReader]) throws -> [Sighting] {
    var filter = IdentityFilter(count: candidates.count)
    filter.insert(Array(candidates))
    var sightings: [Sighting] = []
    var identities: [Hash128] = []
    for bucket in 0..<Bucket.count {
      for (number, reader) in readers.enumerated() {
        identities.removeAll(keepingCapacity: true)
        try reader.append(of: bucket, to: &identities)
        for identity in identities where filter.mayContain(identity) && candidates.contains(identity) {
          sightings.append(Sighting(identity: identity, bucket: UInt32(bucket), reader: UInt32(number)))
        }
      }
    }
    return sightings
  }

  private func settle<F: Fact>(
    _ sightings: [Sighting], _ kind: DumpKind, _ readers: [IdentityReader],
    _ rows: (FactReader, Int, FactArena) throws -> [F]
  ) throws -> [Relocation] {
    let identities = Set(sightings.map(\.identity))
    var rivals: [Hash128: [Candidate]] = [:]
    for (reader, blocks) in Dictionary(grouping: sightings, by: \.reader) {
      let ledger = try FactReader(readers[Int(reader)].ledger, plan: plan, links: links)
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
    return rivals.keys.sorted().map { RelocationSearch.relocation(of: $0, among: rivals[$0]!, kind) }
  }

  /// Where an id counts whose rows stand in several buckets.
  private static func relocation(of identity: Hash128, among rivals: [Candidate], _ kind: DumpKind) -> Relocation {
    let best = rivals.dropFirst().reduce(rivals[0]) { $1.beats($0) ? $1 : $0 }
    return Relocation(
      kind: kind, identity: identity, bucket: best.bucket,
      isConflict: rivals.contains { $0.bucket != best.bucket && $0.revision == best.revision })
  }
}

/// Where a row of an id stands that may be in more than one bucket.
private struct Sighting {
  let identity: Hash128
  let bucket: UInt32
  /// Position of the ledger's reader.
  let reader: UInt32

  /// Those of ids that really stand in more than one bucket.
  static func ofScattered(among sightings: [Sighting]) -> [Sighting] {
    let sorted = sightings.sorted { $0.identity < $1.identity }
    var result: [Sighting] = []
    var start = 0
    while start < sorted.count {
      let end = sorted[start...].firstIndex { $0.identity != sorted[start].identity } ?? sorted.count
      if sorted[start..<end].contains(where: { $0.bucket != sorted[start].bucket }) { result += sorted[start..<end] }
      start = end
    }
    return result
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
