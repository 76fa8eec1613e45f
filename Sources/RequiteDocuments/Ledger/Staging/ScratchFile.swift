import Glibc
import RequiteModel

/// Room on disk for rows that do not fit in memory: a file without a name, which vanishes with the process.
final class ScratchFile {
  private let descriptor: Int32
  private var size: Int64 = 0

  /// Opens room in `directory`, which must exist.
  init(directory: String) throws {
    var template = Array("\(directory)/.requite-scratch-XXXXXX".utf8CString)
    descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { throw ScratchFailure(operation: "open", code: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unsafe unlink(template)
  }

  deinit { close(descriptor) }

  /// Puts `bytes` at the end and returns where they stand.
  func append(_ bytes: Bytes) throws -> Range<Int64> {
    let start = size
    while size - start < bytes.count {
      let rest = bytes.part(Int(size - start)..<bytes.count)
      let count = unsafe pwrite(descriptor, rest.start, rest.count, off_t(size))
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw ScratchFailure(operation: "write", code: errno) }
      size += Int64(count)
    }
    return start..<size
  }

  /// Adds the bytes at `range` to `room`, which has room for them and no more.
  func read(_ range: Range<Int64>, into room: inout OutputSpan<UInt8>) throws {
    while !room.isFull {
      let count = room.append(readingFrom: descriptor, at: Int(range.upperBound) - room.freeCapacity)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw ScratchFailure(operation: "read", code: errno) }
    }
  }
}

/// The disk refused room for rows that do not fit in memory.
public struct ScratchFailure: Error, CustomStringConvertible, Sendable {
  /// What was tried: open, write or read.
  public let operation: String
  /// The system's error number.
  public let code: Int32

  /// What happened and why, in the system's words.
  public var description: String {
    "Cannot \(operation) the scratch file beside the ledgers: \(unsafe String(cString: strerror(code)))."
  }
}
