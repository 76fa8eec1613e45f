import Glibc

/// A file that is read whole: a configuration, a key, a log.
enum SmallFile {
  /// The bytes of the regular file at `path`.
  ///
  /// Opened without waiting, so that a pipe or a device under that name cannot hang the night.
  ///
  /// - Parameter limit: more bytes than this are a failure, 78.
  static func read(_ path: String, limit: Int = 1 << 20) throws -> [UInt8] {
    let descriptor = try openDescriptor(path, O_RDONLY | O_NONBLOCK)
    defer { close(descriptor) }
    return try read(descriptor, named: path, limit: limit)
  }

  /// The bytes of an open file, from where it stands to its end.
  static func read(_ descriptor: Int32, named path: String, limit: Int) throws -> [UInt8] {
    guard try inspect(descriptor, named: path).isRegularFile else {
      throw Failure(.inputOutput, "not a regular file", file: path)
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = readOnce(descriptor, into: &chunk)
      if count == 0 { return bytes }
      guard count > 0 else { throw Failure(SystemError(.read), file: path) }
      bytes += chunk[..<count]
      guard bytes.count <= limit else {
        throw Failure(.configuration, "larger than the \(limit) bytes such a file may have", file: path)
      }
    }
  }
}
