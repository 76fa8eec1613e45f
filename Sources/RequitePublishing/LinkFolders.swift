import RequiteCommand
import RequiteDocuments
import RequiteKnowledge
import RequiteModel

/// The linked copies of ledgers that a comparison needs, where a version has a crosswalk; gone when it is over.
final class LinkFolders {
  /// The beginning of the names of scratch folders that a collection sweeps when a killed run left them.
  private static let name = ".rebuild"
  private var folders: [ScratchFolder] = []

  /// Copies the ledgers of a plan as its crosswalk says; `nil` for a plan without one.
  ///
  /// - Parameters:
  ///   - directory: where the copies lie meanwhile.
  ///   - path: where a ledger lies.
  func copies(of plan: Plan, in directory: String, path: (PlannedLedger) -> String) throws -> LinkedCopies? {
    guard plan.ledgers.contains(where: { $0.kind == .crosswalk }) else { return nil }
    let ledgers = try plan.ledgers.map { try LedgerReader(path: path($0)) }
    guard let links = try IdentityLinks(ledgers) else { return nil }
    let folder = try ScratchFolder(in: directory, name: LinkFolders.name)
    folders.append(folder)
    let place = folder.path
    let index = try LinkedIndex(ledgers, links: links) { linked in
      let file = try AtomicFile("\(place)/\(linked.original).ledger", mode: 0o600)
      try linked.write(directory: place, to: file)
      try file.commit()
      return try LedgerReader(path: "\(place)/\(linked.original).ledger").digest
    }
    return LinkedCopies(index: index) { "\(place)/\($0).ledger" }
  }
}
