import RequiteDocuments
import RequiteModel

/// What is known on a night: the facts of the ledgers that its plan names, wherever these lie.
///
///     let knowledge = Knowledge(plan: plan) { "Warehouse/ledgers/\($0.name)" }
///     for ledger in try knowledge.facts(of: .surveys) { … }
public struct Knowledge {
  /// The plan of the night.
  public let plan: Plan
  private let path: (PlannedLedger) -> String

  /// Names the ledgers of `plan`; nothing is read.
  ///
  /// - Parameter path: where a ledger lies.
  public init(plan: Plan, path: @escaping (PlannedLedger) -> String) {
    self.plan = plan
    self.path = path
  }

  /// The same ledgers under another plan.
  func replacing(_ plan: Plan) -> Knowledge {
    Knowledge(plan: plan, path: path)
  }

  /// The ledgers of one kind, each the very one that was planned with.
  ///
  /// - Throws: `DocumentFailure` when one is damaged or not the one of the plan; a file's failure when one cannot be read.
  public func ledgers(of kind: DumpKind) throws -> [LedgerReader] {
    try plan.ledgers.filter { $0.kind == kind }.map(ledger)
  }

  /// A ledger of the plan, the very one that was planned with.
  ///
  /// - Throws: as `ledgers(of:)`.
  func ledger(_ planned: PlannedLedger) throws -> LedgerReader {
    let reader = try LedgerReader(path: path(planned))
    guard reader.digest == planned.digest else { throw DocumentFailure.otherPlan(planned.name) }
    return reader
  }

  /// The ledgers of one kind, read with the plan's codes.
  ///
  /// - Throws: as `ledgers(of:)`.
  public func facts(of kind: DumpKind) throws -> [FactReader] {
    try ledgers(of: kind).map { try FactReader($0, plan: plan) }
  }
}
