import RequiteCommand
import RequiteDocuments
import RequiteModel

/// The fingerprints of old ledgers, kept among the states from night to night.
struct FingerprintFolder {
  private let folder: NightFolder

  init(_ folder: NightFolder) {
    self.folder = folder
  }

  /// Calls `body` with those of all old ledgers, also of those that were not kept yet.
  ///
  /// Files that turn out to be damaged are made again.
  func withFingerprints<Result>(
    of ledgers: [LedgerReader], _ settings: Settings, _ body: ([FingerprintFile]) throws -> Result
  ) throws -> Result {
    do {
      return try body(renewed(ledgers, settings))
    } catch let failure as DocumentFailure where FingerprintFile.isFingerprintFile(failure.fileName) {
      try sweep(keeping: [])
      return try body(renewed(ledgers, settings))
    }
  }

  private func renewed(_ ledgers: [LedgerReader], _ settings: Settings) throws -> [FingerprintFile] {
    let files = try names().compactMap { try? FingerprintFile(path: path($0)) }
    let renewals = [DumpKind.interactions, .surveys].map { kind in
      FingerprintRenewal(
        kind, of: ledgers, before: settings.restingCutoff(of: kind), files: files.filter { $0.kind == kind })
    }
    let kept = try renewals.flatMap { renewal in
      var files = renewal.kept
      if let name = renewal.name {
        let file = try AtomicFile(path(name), mode: 0o600)
        try renewal.write(to: file)
        try file.commit()
        files.append(try FingerprintFile(path: path(name)))
      }
      return files
    }
    try sweep(keeping: Set(kept.map(\.name)))
    return kept
  }

  private func sweep(keeping kept: Set<String>) throws {
    for name in try names() where !kept.contains(name) { try Directory.removeFile(path(name)) }
  }

  private func names() throws -> [String] {
    try Directory.names(in: folder.states).filter(FingerprintFile.isFingerprintFile).sorted()
  }

  private func path(_ name: String) -> String { "\(folder.states)/\(name)" }
}
