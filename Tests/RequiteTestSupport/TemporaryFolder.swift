import Foundation

/// A folder of its own for a test, removed with everything in it when the test lets go of it.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let path: String

  /// Makes an empty folder.
  public init() {
    let root = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(root)/requite-test-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "a test needs room in \(root)")
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file and returns its path.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) -> String {
    let file = fopen("\(path)/\(name)", "w")
    precondition(file != nil, "\(name) cannot be written")
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    return "\(path)/\(name)"
  }

  /// Writes a text file and returns its path.
  @discardableResult
  public func write(_ text: String, to name: String) -> String {
    write(Array(text.utf8), to: name)
  }

  /// The bytes of a file in it, `nil` when there is none.
  public func bytes(of name: String) -> [UInt8]? {
    TestFile.bytes("\(path)/\(name)")
  }

  /// The text of a file in it; empty when there is none.
  public func text(of name: String) -> String {
    String(decoding: bytes(of: name) ?? [], as: UTF8.self)
  }
}

/// Files as tests read them.
public enum TestFile {
  /// The bytes of a file, `nil` when there is none.
  public static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }
}
