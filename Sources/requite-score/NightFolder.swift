import RequiteCommand
import RequiteDocuments
import RequiteModel

/// The folders of a night as the scoring stages see them.
struct NightFolder {
  private let out: String

  init(_ out: String) {
    self.out = out
  }

  /// Where states are kept.
  var states: String { "\(out)/states" }

  /// The plan's file.
  var planPath: String { "\(states)/plan.json" }

  /// A ledger's file.
  func ledgerPath(_ name: String) -> String { "\(out)/ledgers/\(name)" }

  /// A manifest's file.
  func manifestPath(dump: String) -> String { "\(out)/ledgers/\(dump).manifest.json" }

  /// The night's plan.
  func plan() throws -> Plan {
    try Plan(document: StageFile.read(planPath), name: "plan.json")
  }

  /// The ledgers of a plan, each the very one that was planned with, read with the plan's codes.
  func facts(of plan: Plan, kind: DumpKind) throws -> [FactReader] {
    try ledgers(of: plan, kind: kind).map { try FactReader($0, plan: plan) }
  }

  /// The ledgers of a plan, each the very one that was planned with.
  func ledgers(of plan: Plan, kind: DumpKind) throws -> [LedgerReader] {
    try plan.ledgers.filter { $0.kind == kind }.map { planned in
      let reader = try LedgerReader(path: ledgerPath(planned.name))
      guard reader.digest == planned.digest else { throw DocumentFailure.otherPlan(planned.name) }
      return reader
    }
  }
}
