import RequiteDocuments
import RequiteModel
import RequiteScoring

/// Shows all facts that count, bucket by bucket, to a `Reconciler`.
public struct CountingPass {
  private let knowledge: Knowledge

  /// Prepares to read what is known; nothing is read.
  public init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  /// Counts as the preset says; memory is bounded by the largest bucket.
  public func run(_ preset: CountingPreset) throws -> [Reconciliation] {
    let (surveys, interactions) = (try knowledge.facts(of: .surveys), try knowledge.facts(of: .interactions))
    let filter = try FactFilter(knowledge)
    var reconciler = Reconciler(preset, plan: knowledge.plan)
    var (responses, events) = ([Response](), [Interaction]())
    var (table, account) = (IdentityTable(), StateTables())
    let arena = FactArena()
    for bucket in 0..<Bucket.count {
      arena.removeAll()
      responses.removeAll(keepingCapacity: true)
      for ledger in surveys { try ledger.appendResponses(of: bucket, to: &responses, arena: arena) }
      filter.keepStanding(&responses, bucket: bucket, with: &table, account: &account)
      events.removeAll(keepingCapacity: true)
      for ledger in interactions { try ledger.appendInteractions(of: bucket, to: &events, arena: arena) }
      filter.keepStanding(&events, bucket: bucket, with: &table, account: &account)
      withExtendedLifetime(arena) {
        reconciler.add(responses)
        reconciler.add(events)
      }
    }
    return reconciler.reconciliations
  }
}
