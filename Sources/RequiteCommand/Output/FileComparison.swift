import Glibc

/// Whether two files hold the same bytes.
enum FileComparison {
  /// Compares an open file with the one at `path`, from their beginnings, in constant memory.
  ///
  /// A missing file, a link and anything that is no regular file differ from everything.
  static func isSame(_ descriptor: Int32, as path: String) throws -> Bool {
    let other = openFile(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard other >= 0 else { return false }
    defer { close(other) }
    let (left, right) = (try inspect(descriptor, named: path), try inspect(other, named: path))
    guard right.isRegularFile, left.st_size == right.st_size else { return false }
    var offset: off_t = 0
    while offset < left.st_size {
      let mine = try chunk(of: descriptor, at: offset, named: path)
      guard !mine.isEmpty, try mine == chunk(of: other, at: offset, named: path) else { return false }
      offset += off_t(mine.count)
    }
    return true
  }

  /// Up to 64 KiB from `offset`, fewer only at the end of the file.
  private static func chunk(of descriptor: Int32, at offset: off_t, named path: String) throws -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    var filled = 0
    while filled < chunk.count {
      let count = readOnce(descriptor, at: offset + off_t(filled), into: &chunk, from: filled)
      guard count >= 0 else { throw Failure(SystemError(.read), file: path) }
      if count == 0 { break }
      filled += count
    }
    return Array(chunk[..<filled])
  }
}
