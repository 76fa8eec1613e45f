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
    let filter = try FactFilter(knowledge)
    var responses = try StandingFacts<Response>(knowledge, filter: filter)
    var events = try StandingFacts<Interaction>(knowledge, filter: filter)
    var reconciler = Reconciler(preset, plan: knowledge.plan)
    var account = StateTables()
    let arena = FactArena()
    for bucket in 0..<Bucket.count {
      arena.removeAll()
      try responses.read(bucket: bucket, arena: arena, account: &account)
      try events.read(bucket: bucket, arena: arena, account: &account)
      withExtendedLifetime(arena) {
        reconciler.add(responses.rows)
        reconciler.add(events.rows)
      }
    }
    return reconciler.reconciliations
  }
}
