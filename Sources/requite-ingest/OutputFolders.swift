import RequiteCommand

/// Where ingest leaves what it makes: DESIGN, "Make goals".
struct OutputFolders {
  /// Ledgers and manifests.
  let ledgers: String
  /// Lists of rows that were set aside.
  let quarantine: String

  init(_ out: String) {
    ledgers = "\(out)/ledgers"
    quarantine = "\(out)/quarantine"
  }

  /// Makes the folders where they are missing, for their owner only: ledgers hold pseudonyms of people.
  func create() throws {
    try Directory.create(ledgers, mode: 0o700)
    try Directory.create(quarantine, mode: 0o700)
  }
}
