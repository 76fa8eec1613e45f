import Glibc
import RequiteFormats

/// The one file a stage reads or writes; `-` is standard input or standard output, so that every stage can be a filter.
public enum StageFile {
  /// The bytes of the file at `path`, all of them.
  public static func read(_ path: String) throws -> [UInt8] {
    path == "-" ? try readStandardInput() : try InputFile(path: path).contents()
  }

  /// Writes `bytes` to the file at `path`, which appears only when it is complete.
  public static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o640) throws {
    try write(to: path, mode: mode) { try $0.write(bytes) }
  }

  /// Writes what `body` hands to the sink to the file at `path`, which appears only when it is complete.
  public static func write(to path: String, mode: UInt32 = 0o640, _ body: (any ByteSink) throws -> Void) throws {
    guard path == "-" else {
      let file = try AtomicFile(path, mode: mode)
      try body(file)
      return try file.commit()
    }
    let output = StandardOutput()
    try body(output)
    try output.flush()
  }

  /// How messages call the file.
  public static func name(_ path: String) -> String {
    path == "-" ? "standard input" : PathParts(path).name
  }

  private static func readStandardInput() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = readOnce(STDIN_FILENO, into: &chunk)
      if count == 0 { return bytes }
      guard count > 0 else { throw Failure(SystemError(.read), file: "standard input") }
      bytes += chunk[..<count]
    }
  }
}
