import Glibc

/// The names in a directory, one after the other, as the file system has them; closed at the end of its life.
@safe struct DirectoryStream: ~Copyable {
  /// From `opendir`; used by this value alone, and not after `closedir`.
  private let stream: OpaquePointer

  /// Opens a directory; `nil` with `errno` where that is impossible.
  init?(_ path: String) {
    guard let stream = unsafe opendir(path) else { return nil }
    unsafe self.stream = unsafe stream
  }

  deinit {
    unsafe closedir(stream)
  }

  /// The next name; `nil` at the end, where `errno` is 0, and after a failure, where it is not.
  mutating func next() -> String? {
    errno = 0
    guard let entry = unsafe readdir(stream) else { return nil }
    // The name ends with a zero and is overwritten by the next call, after it has been copied.
    return unsafe withUnsafePointer(to: &entry.pointee.d_name) {
      unsafe String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
    }
  }
}
