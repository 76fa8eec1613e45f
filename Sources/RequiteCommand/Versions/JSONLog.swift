import Glibc
import RequiteFormats

/// A file of JSON lines that only grows.
struct JSONLog {
  /// Where it lies.
  let path: String

  /// Every line, oldest first.
  ///
  /// A line that a loss of power cut short is passed over; a missing file has none.
  func lines() throws -> [JSONValue] {
    if status(of: path) == nil, errno == ENOENT { return [] }
    let bytes = try SmallFile.read(path, limit: 1 << 28)
    return bytes.split(separator: 0x0A).compactMap { try? JSONValue(parsing: Array($0)) }
  }

  /// Adds a line in one write, and puts it on disk.
  func append(_ value: JSONValue) throws {
    let flags = O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW
    let descriptor = try openDescriptor(path, flags, mode: 0o640, as: .create)
    defer { close(descriptor) }
    var output = BufferedDescriptor(descriptor, named: path)
    let lead: [UInt8] = try endsInsideALine(descriptor) ? [0x0A] : []
    let line = lead + value.canonical() + [0x0A]
    try output.write(line.span)
    try output.flush()
    try synchronize(descriptor, named: path)
  }

  private func endsInsideALine(_ descriptor: Int32) throws -> Bool {
    let size = try inspect(descriptor, named: path).st_size
    var last: [UInt8] = [0x0A]
    return size > 0 && readOnce(descriptor, at: size - 1, into: &last) == 1 && last != [0x0A]
  }
}
