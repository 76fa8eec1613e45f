import RequiteCommand
import RequiteDocuments

/// The copies of ledgers that a crosswalk asks for, kept among the states from night to night.
struct LinkedFolder {
  private let folder: NightFolder

  init(_ folder: NightFolder) {
    self.folder = folder
  }

  /// Makes the copies that are not there yet, removes those that nobody needs any more, and opens the others.
  ///
  /// - Returns: by the digest of a ledger its copy, where that is another one.
  func copies(of ledgers: [LedgerReader], links: IdentityLinks?) throws -> [String: LedgerReader] {
    guard let links else {
      try sweep(keeping: [])
      try Directory.removeFile(folder.linkedIndexPath)
      return [:]
    }
    let index = try LinkedIndex(ledgers, links: links, earlier: standingIndex(), write: write)
    try AtomicFile.writeIfChanged(index.document, to: folder.linkedIndexPath, mode: 0o600)
    try sweep(keeping: index.files)
    var copies: [String: LedgerReader] = [:]
    for digest in index.files { copies[digest] = try LedgerReader(path: folder.linkedPath(digest)) }
    return copies
  }

  /// The index of the night before, if all its copies are still there.
  private func standingIndex() -> LinkedIndex? {
    guard let index = try? folder.linkedIndex(), let names = try? Directory.names(in: folder.states) else { return nil }
    let isWhole = index.files.allSatisfy { names.contains(LinkedIndex.fileName(ofCopy: $0)) }
    return isWhole ? index : nil
  }

  private func write(_ linked: LinkedLedger) throws -> String {
    let path = folder.linkedPath(linked.original)
    let file = try AtomicFile(path, mode: 0o600)
    try linked.write(directory: folder.states, to: file)
    try file.commit()
    return try LedgerReader(path: path).digest
  }

  private func sweep(keeping files: Set<String>) throws {
    let kept = Set(files.map(LinkedIndex.fileName(ofCopy:)))
    for name in try Directory.names(in: folder.states) where LinkedIndex.isCopy(name) && !kept.contains(name) {
      try Directory.removeFile("\(folder.states)/\(name)")
    }
  }
}
