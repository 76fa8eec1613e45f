/// A path split into the directory that holds a file and the file's name in it.
struct PathParts {
  /// The directory; `.` for a bare name, `/` at the root.
  let directory: String
  /// The name in that directory, without slashes.
  let name: String

  /// Splits at the last slash that has a name behind it.
  init(_ path: String) {
    var bytes = Array(path.utf8)
    while bytes.count > 1, bytes.last == 0x2F { bytes.removeLast() }
    guard let slash = bytes.lastIndex(of: 0x2F), bytes.count > 1 else {
      (directory, name) = (bytes == [0x2F] ? "/" : ".", String(decoding: bytes, as: UTF8.self))
      return
    }
    directory = slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
    name = String(decoding: bytes[(slash + 1)...], as: UTF8.self)
  }
}
