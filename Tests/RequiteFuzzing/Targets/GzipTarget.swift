import RequiteFormats

/// Files that may be gzip: however they are read, they are sound or damaged, and their text is the same.
///
/// Which damage is named may depend on how much is read at a time: the first that is met.
enum GzipTarget: FuzzTarget {
  static let name = "gzip"

  /// More text than this is none of a trial's business.
  private static let limit = 1 << 20

  static func check(_ bytes: [UInt8]) throws {
    try ScratchFiles.use { try check($0.write(bytes, to: "file.gz")) }
  }

  private static func check(_ path: String) throws {
    let expected = try text(path, pieceSize: 64 * 1024)
    for (size, besideParsing) in [(1, false), (7, false), (4096, true)] {
      // Byte by byte only what is short.
      guard size > 1 || (expected?.count ?? 0) < 10_000 else { continue }
      let other = try text(path, pieceSize: size, besideParsing: besideParsing)
      try Broken.unless(other == expected, "a file is as sound, and has the same text, \(size) bytes at a time")
    }
  }

  /// The text of a file; `nil` if it is damaged.
  private static func text(_ path: String, pieceSize: Int, besideParsing: Bool = false) throws -> [UInt8]? {
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: pieceSize)
    do {
      let stream = try DumpStream(path: path, limit: limit, besideParsing: besideParsing)
      while case let count = try stream.read(into: &piece), count > 0 {
        text += piece[..<count]
      }
    } catch is ContainerFailure {
      return nil
    }
    return text
  }
}
