import RequiteDocuments
import RequiteModel
import RequiteScoring

/// Which facts of a bucket count: each once, none of an erased customer, none that belongs to another bucket.
struct FactFilter {
  private let erasures: Erasures
  /// Ids that stand in more than one bucket.
  let relocations: [Hash128: Relocation]

  /// Reads whom `knowledge` forgets, and which ids stand in more than one bucket.
  init(_ knowledge: Knowledge) throws {
    let plan = knowledge.plan
    erasures = try Erasures(knowledge.ledgers(of: .erasures), plan: plan, links: knowledge.links())
    relocations = Dictionary(uniqueKeysWithValues: plan.relocations.map { ($0.identity, $0) })
  }

  /// Leaves the facts that count; what becomes of the others is added to the state's account.
  @inline(__always)
  func keepStanding<Row: CustomerRow>(
    _ rows: inout [Row], bucket: Int, with table: inout IdentityTable, account tables: inout StateTables
  ) {
    let accepted = rows.count
    if !erasures.isEmpty { rows.removeAll { erasures.contains($0.customer, vendor: $0.vendor) } }
    let asked = rows.count
    if !relocations.isEmpty { removeRelocated(&rows, bucket: bucket) }
    deduplicate(&rows, with: &table)
    if !relocations.isEmpty { markConflicts(&rows) }
    let (repeated, erased) = (Int64(asked - rows.count), Int64(accepted - asked))
    FactAccount(kind: Row.dumpKind, accepted: Int64(accepted), repeated: repeated, erased: erased).add(to: &tables)
  }

  /// Whether everything counts, as far as customers and buckets decide.
  var admitsAll: Bool { erasures.isEmpty && relocations.isEmpty }

  /// Whether `vendor` must forget `customer`.
  func isErased(_ customer: Pseudonym, vendor: UInt32) -> Bool {
    erasures.contains(customer, vendor: vendor)
  }

  /// The bucket in which an id counts that stands in several; `nil` for all others.
  func bucket(of identity: Hash128) -> Int? {
    relocations.isEmpty ? nil : relocations[identity]?.bucket
  }

  private func removeRelocated<F: Fact>(_ rows: inout [F], bucket: Int) {
    rows.removeAll { row in relocations[row.identity].map { $0.bucket != bucket } ?? false }
  }

  private func markConflicts<F: Fact>(_ rows: inout [F]) {
    for place in rows.indices where relocations[rows[place].identity]?.isConflict == true {
      rows[place].conflicts = true
    }
  }
}
