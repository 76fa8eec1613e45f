import RequiteDocuments
import RequiteModel
import RequiteScoring

/// Which facts of a bucket count: each once, none of an erased customer, none that belongs to another bucket.
public struct FactFilter {
  private let erasures: Erasures
  /// Ids that stand in more than one bucket.
  let relocations: [Hash128: Relocation]

  /// Reads whom `knowledge` forgets, and which ids stand in more than one bucket.
  public init(_ knowledge: Knowledge) throws {
    let plan = knowledge.plan
    erasures = try Erasures(knowledge.ledgers(of: .erasures), plan: plan, links: knowledge.links())
    relocations = Dictionary(uniqueKeysWithValues: plan.relocations.map { ($0.identity, $0) })
  }

  /// Leaves the events that count; what becomes of the others is added to the state's account.
  public func keepStanding(
    _ rows: inout [Interaction], bucket: Int, with table: inout IdentityTable, account tables: inout StateTables
  ) {
    let accepted = rows.count
    if !erasures.isEmpty { rows.removeAll { erasures.contains($0.customer, vendor: $0.vendor) } }
    settle(&rows, of: accepted, .interactions, bucket, &table, &tables)
  }

  /// Leaves the responses that count; what becomes of the others is added to the state's account.
  public func keepStanding(
    _ rows: inout [Response], bucket: Int, with table: inout IdentityTable, account tables: inout StateTables
  ) {
    let accepted = rows.count
    if !erasures.isEmpty { rows.removeAll { erasures.contains($0.customer, vendor: $0.vendor) } }
    settle(&rows, of: accepted, .surveys, bucket, &table, &tables)
  }

  /// Leaves the revenue that counts; what becomes of the other rows is added to the state's account.
  public func keepStanding(
    _ rows: inout [Revenue], bucket: Int, with table: inout IdentityTable, account tables: inout StateTables
  ) {
    let accepted = rows.count
    if !erasures.isEmpty { rows.removeAll { erasures.contains($0.customer, vendor: $0.vendor) } }
    settle(&rows, of: accepted, .revenue, bucket, &table, &tables)
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

  @inline(__always)
  private func settle<F: Fact>(
    _ rows: inout [F], of accepted: Int, _ kind: DumpKind, _ bucket: Int, _ table: inout IdentityTable,
    _ tables: inout StateTables
  ) {
    let asked = rows.count
    if !relocations.isEmpty { removeRelocated(&rows, bucket: bucket) }
    deduplicate(&rows, with: &table)
    if !relocations.isEmpty { markConflicts(&rows) }
    FactAccount(
      kind: kind, accepted: Int64(accepted), repeated: Int64(asked - rows.count), erased: Int64(accepted - asked)
    ).add(to: &tables)
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
