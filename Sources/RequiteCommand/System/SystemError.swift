import Glibc

/// A call to the operating system that failed.
public struct SystemError: Error, Hashable, CustomStringConvertible {
  /// What was tried.
  public enum Operation: String, Sendable {
    case open, create, read, write, sync, close, rename, link, remove, list, lock
    /// Asking for a file's size, kind or mode.
    case inspect
    /// Changing a file's mode.
    case protect
  }

  /// What was tried.
  public let operation: Operation
  /// The number the operating system gave, `errno`.
  public let number: Int32

  /// Takes the number of the call that failed last on this thread.
  ///
  /// The number is read before anything else is called, since most calls overwrite it.
  init(_ operation: Operation, number: Int32 = errno) {
    self.operation = operation
    self.number = number
  }

  /// For example `write: No space left on device`.
  public var description: String {
    // The text is the C library's own, ends with a zero and is copied at once.
    "\(operation.rawValue): \(unsafe String(cString: strerror(number)))"
  }
}

extension Failure {
  /// The failure that a failed call amounts to: 77 without permission, 73 while creating an output, 74 otherwise.
  init(_ error: SystemError, file: String) {
    switch (error.number, error.operation) {
    case (EACCES, _), (EPERM, _):
      self.init(
        .noPermission, "no permission", file: file,
        remedy: "Check the owner and mode of the file and of its directory.",
        cause: error)
    case (ENOENT, .open), (ENOTDIR, .open):
      self.init(.inputMissing, "there is no such file", file: file, cause: error)
    case (ENOSPC, .write), (EDQUOT, .write), (EFBIG, .write), (ENOSPC, .sync), (EDQUOT, .sync):
      self.init(
        .inputOutput, "the file does not fit", file: file,
        remedy: "Make room (disk, quota or file-size limit) and run again; nothing was replaced.", cause: error)
    case (_, .create), (_, .rename), (_, .link):
      self.init(
        .cannotCreate, "the file cannot be created", file: file,
        remedy: "Check that its directory exists, is writable and has room.", cause: error)
    default:
      self.init(.inputOutput, "the file cannot be \(error.operation.participle)", file: file, cause: error)
    }
  }
}

extension SystemError.Operation {
  fileprivate var participle: String {
    switch self {
    case .open: "opened"
    case .create: "created"
    case .read: "read"
    case .write: "written"
    case .sync: "put on disk"
    case .close: "closed"
    case .rename: "renamed"
    case .link: "linked"
    case .remove: "removed"
    case .list: "listed"
    case .lock: "locked"
    case .inspect: "inspected"
    case .protect: "protected"
    }
  }
}
