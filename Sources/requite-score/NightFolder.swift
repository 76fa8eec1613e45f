import RequiteCommand
import RequiteDocuments
import RequiteKnowledge
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

  /// The facts of the night's plan.
  func knowledge() throws -> Knowledge {
    let plan = try plan()
    let index = plan.ledgers.contains { $0.kind == .crosswalk } ? try linkedIndex() : nil
    return Knowledge(plan: plan, linked: index.map { LinkedCopies(index: $0, path: linkedPath) }) {
      ledgerPath($0.name)
    }
  }

  /// The index of the ledgers that a crosswalk made copies of.
  func linkedIndex() throws -> LinkedIndex {
    try LinkedIndex(document: StageFile.read(linkedIndexPath), name: LinkedIndex.fileName)
  }

  /// The file of that index.
  var linkedIndexPath: String { "\(states)/\(LinkedIndex.fileName)" }

  /// The file of the linked copy of a ledger.
  func linkedPath(_ digest: String) -> String { "\(states)/\(LinkedIndex.fileName(ofCopy: digest))" }
}
