import Glibc
import RequiteFormats

/// A version being written, before it has its name.
public struct StagedVersion: Sendable {
  /// A file that was written, put on disk and read back.
  public struct File: Hashable, Sendable {
    /// Its plain name.
    public let name: String
    /// SHA-256 of its bytes, in hexadecimal.
    public let sha256: String
    /// Its length.
    public let bytes: Int64
  }

  let path: String

  /// Writes a file of which `body` hands over the bytes in pieces; only a piece is ever held.
  ///
  /// - Throws: 73, 74 or 77 when it cannot be written; 5 when what is read back is something else.
  @discardableResult
  public func write(_ name: String, _ body: (any ByteSink) throws -> Void) throws -> File {
    precondition(VersionStore.isPlainName(name), "a version's files have plain names")
    let path = "\(path)/\(name)"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    let descriptor = try openDescriptor(path, flags, mode: 0o440, as: .create)
    let output = StagedOutput(BufferedDescriptor(descriptor, named: path))
    do {
      defer { close(descriptor) }
      try body(output)
      try output.descriptor.flush()
      try synchronize(descriptor, named: path)
    }
    let written = File(name: name, sha256: output.digest.hex(), bytes: output.count)
    guard try SHA256Digest.hex(ofFile: path) == written.sha256 else {
      throw Failure(
        .integrity, "what was read back is not what was written", file: path,
        remedy: "Check the disk; nothing was published.")
    }
    return written
  }
}

/// Writes and digests in one pass.
private final class StagedOutput: ByteSink {
  var descriptor: BufferedDescriptor
  private(set) var digest = SHA256Digest()
  private(set) var count: Int64 = 0

  init(_ descriptor: BufferedDescriptor) {
    self.descriptor = descriptor
  }

  func write(_ bytes: Span<UInt8>) throws {
    digest.update(bytes)
    count += Int64(bytes.count)
    try descriptor.write(bytes)
  }
}
