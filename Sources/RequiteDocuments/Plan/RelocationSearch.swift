import RequiteModel

/// Looks at all ids of a night: finds those that stand in more than one bucket, for instance after two threads were merged
/// at the source, and the rows that no number rests on.
///
/// Rows of one id in one bucket are settled where the bucket is scored; rows in several must be settled before the buckets
/// part. Almost no id is one of them. The night before knew which are, so that only ids of ledgers that are new can be
/// others; without it, or with very many new ids, a first look at all ids, bucket by bucket, asks a filter of bounded size
/// which have been in an earlier bucket. Only what may be one is looked for everywhere, and exactly.
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
  /// A plan of some of these ledgers, under the same crosswalks; `nil` where there is none.
  let earlier: Plan?
  /// Those of old ledgers.
  let fingerprints: [FingerprintFile]

  /// With more new rows than this all ids are looked at.
  private static let greatestNews: Int64 = 1 << 20

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
    let known = try earlier.flatMap { try candidates(of: kind, after: $0) }
    var resting = try restingSearch(for: kind, erasures, known)
    let sightings: [Sighting]
    if let known {
      sightings = try self.sightings(of: known, readers, &resting)
    } else {
      var nothing: RestingSearch?
      let candidates = try candidates(readers, &resting)
      sightings = candidates.isEmpty ? [] : try self.sightings(of: candidates, readers, &nothing)
    }
    let scattered = Sighting.ofScattered(among: sightings)
    for bucket in Set(scattered.map(\.bucket)) { resting?.wake(Int(bucket)) }
    if let rows = resting?.found, !rows.isEmpty { found.resting.append(rows) }
    if !scattered.isEmpty {
      let settlement = RelocationSettlement(kind: kind, ledgers: readers.map(\.ledger), plan: plan, links: links)
      found.relocations += try settlement.relocations(of: scattered, rows)
    }
  }

  /// Looks for what is at rest of a kind; `nil` where no ledger is old enough.
  private func restingSearch(
    for kind: DumpKind, _ erasures: Erasures, _ candidates: Set<Hash128>?
  ) throws -> RestingSearch? {
    let cutoff = plan.settings.restingCutoff(of: kind)
    let readers = zip(digests, ledgers).filter { $1.footer.kind == kind }
    guard readers.contains(where: { $1.ends(before: cutoff) }) else { return nil }
    // The first look at all ids must see all of them.
    let files = candidates == nil ? [] : fingerprints.filter { $0.kind == kind }
    let isKept = Set(files.flatMap(\.ledgers))
    let clear = bucketsWithoutErased(kind, erasures)
    return RestingSearch(
      kind, cutoff: cutoff,
      ledgers: try readers.map { digest, ledger in
        RestingSearch.Ledger(
          digest: digest, reader: ledger, facts: try FactReader(ledger, plan: plan, links: links),
          isOld: ledger.ends(before: cutoff), kept: isKept.contains(ledger.digest) ? clear(digest) : BucketSet())
      }, kept: files.isEmpty ? nil : KeptFingerprints(files, of: readers.map(\.1.digest), sought: candidates ?? []),
      erasures: erasures)
  }

  /// In which buckets of a ledger nobody asked to be forgotten, as far as that is known without a look at them: in those
  /// that were at rest before, as long as nobody else asked since.
  private func bucketsWithoutErased(_ kind: DumpKind, _ erasures: Erasures) -> (String) -> BucketSet {
    if erasures.isEmpty { return { _ in .all } }
    let isSame = earlier?.digests(of: .erasures) == plan.digests(of: .erasures)
    let resting = isSame ? earlier?.resting(kind) : nil
    return { resting?[$0] ?? BucketSet() }
  }

  /// All ids that may stand in several buckets, since they did before or are new; `nil` where too many are new.
  private func candidates(of kind: DumpKind, after earlier: Plan) throws -> Set<Hash128>? {
    let known = earlier.digests(of: kind)
    let news = zip(digests, ledgers).filter { $1.footer.kind == kind && !known.contains($0) }.map(\.1)
    guard news.reduce(0, { $0 + $1.footer.rows }) <= RelocationSearch.greatestNews else { return nil }
    var candidates = Set(earlier.relocations.lazy.filter { $0.kind == kind }.map(\.identity))
    var identities: [Hash128] = []
    for reader in news.map(IdentityReader.init) {
      for bucket in 0..<Bucket.count { try reader.append(of: bucket, to: &identities) }
      candidates.formUnion(identities)
      identities.removeAll(keepingCapacity: true)
    }
    return candidates
  }

  /// The ids that may have been in an earlier bucket, among them every one that has; looks for what is at rest on the way.
  private func candidates(_ readers: [IdentityReader], _ resting: inout RestingSearch?) throws -> Set<Hash128> {
    let filter = IdentityFilter(count: readers.reduce(0) { $0 + Int($1.ledger.footer.rows) })
    var candidates: Set<Hash128> = []
    var seen: [Hash128] = []
    for bucket in 0..<Bucket.count {
      let identities = try resting?.look(at: bucket) ?? BucketIdentities(of: bucket, readers)
      filter.appendSeen(among: identities.all, to: &seen)
      candidates.formUnion(seen)
      seen.removeAll()
      filter.insert(identities.all)
    }
    return candidates
  }

  /// Every row of the candidates; looks for what is at rest on the way.
  private func sightings(
    of candidates: Set<Hash128>, _ readers: [IdentityReader], _ resting: inout RestingSearch?
  ) throws -> [Sighting] {
    let filter = IdentityFilter(count: candidates.count)
    filter.insert(Array(candidates))
    var sightings: [Sighting] = []
    for bucket in 0..<Bucket.count {
      let identities = try resting?.look(at: bucket) ?? BucketIdentities(of: bucket, readers)
      for (number, rows) in identities.ledgers {
        for identity in identities.all[rows] where filter.mayContain(identity) && candidates.contains(identity) {
          sightings.append(Sighting(identity: identity, bucket: UInt32(bucket), reader: UInt32(number)))
        }
      }
    }
    return sightings
  }
}

extension Plan {
  /// The ledgers of a kind, by their digests.
  func digests(of kind: DumpKind) -> Set<String> {
    Set(ledgers.lazy.filter { $0.kind == kind }.map(\.digest))
  }
}
