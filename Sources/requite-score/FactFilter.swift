import RequiteDocuments
import RequiteModel
import RequiteScoring

/// Which facts of a bucket count: each once, none of an erased customer, none that belongs to another bucket.
struct FactFilter {
  private let erasures: Erasures
  private let relocations: [Hash128: Relocation]

  init(plan: Plan, folder: NightFolder) throws {
    erasures = try Erasures(folder.ledgers(of: plan, kind: .erasures), plan: plan)
    relocations = Dictionary(uniqueKeysWithValues: plan.relocations.map { ($0.identity, $0) })
  }

  /// The events that count; what becomes of the others is added to the state's account.
  func standing(_ rows: [Interaction], bucket: Int, account tables: inout StateTables) -> [Interaction] {
    let kept = rows.filter { !erasures.contains($0.customer, vendor: $0.vendor) }
    return settled(kept, of: rows.count, .interactions, bucket, &tables)
  }

  /// The responses that count; what becomes of the others is added to the state's account.
  func standing(_ rows: [Response], bucket: Int, account tables: inout StateTables) -> [Response] {
    let kept = rows.filter { !erasures.contains($0.customer, vendor: $0.vendor) }
    return settled(kept, of: rows.count, .surveys, bucket, &tables)
  }

  /// The revenue that counts; what becomes of the other rows is added to the state's account.
  func standing(_ rows: [Revenue], bucket: Int, account tables: inout StateTables) -> [Revenue] {
    let kept = rows.filter { !erasures.contains($0.customer, vendor: $0.vendor) }
    return settled(kept, of: rows.count, .revenue, bucket, &tables)
  }

  private func settled<F: Fact>(
    _ rows: [F], of accepted: Int, _ kind: DumpKind, _ bucket: Int, _ tables: inout StateTables
  ) -> [F] {
    let facts = settled(rows, bucket: bucket)
    FactAccount(
      kind: kind, accepted: Int64(accepted), repeated: Int64(rows.count - facts.count),
      erased: Int64(accepted - rows.count)
    ).add(to: &tables)
    return facts
  }

  private func settled<F: Fact>(_ rows: [F], bucket: Int) -> [F] {
    guard !relocations.isEmpty else { return deduplicated(rows).kept }
    let here = rows.filter { relocations[$0.identity].map { $0.bucket == bucket } ?? true }
    return deduplicated(here).kept.map { row in
      guard let relocation = relocations[row.identity], relocation.isConflict else { return row }
      var row = row
      row.conflicts = true
      return row
    }
  }
}
