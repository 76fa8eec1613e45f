import Glibc

// `stat` holds numbers only: the C library fills in one of ours and keeps nothing of it.

/// What the file system says of the open file; `nil` with `errno` where it says nothing.
func status(of descriptor: Int32) -> stat? {
  var status = stat()
  return unsafe fstat(descriptor, &status) == 0 ? status : nil
}

/// What the file system says of what `path` leads to.
func status(of path: String) -> stat? {
  var status = stat()
  return unsafe stat(path, &status) == 0 ? status : nil
}

/// What the file system says of `path` itself, which may be a link.
func linkStatus(of path: String) -> stat? {
  var status = stat()
  return unsafe lstat(path, &status) == 0 ? status : nil
}

extension stat {
  /// Whether it is a plain file: no directory, pipe, device or socket.
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
  /// Whether it is a directory.
  var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }
}
