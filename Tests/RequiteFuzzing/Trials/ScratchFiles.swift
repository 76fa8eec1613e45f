import RequiteTestSupport

/// Files of one trial, as trials may run side by side.
struct ScratchFiles {
  private let folder = TemporaryFolder()

  private init() {}

  /// Calls `body` with files that are gone afterwards.
  static func use<Result>(_ body: (ScratchFiles) throws -> Result) rethrows -> Result {
    let files = ScratchFiles()
    return try withExtendedLifetime(files.folder) { try body(files) }
  }

  /// Writes a file and returns its path.
  func write(_ bytes: [UInt8], to name: String) -> String {
    folder.write(bytes, to: name)
  }
}
