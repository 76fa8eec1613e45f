import Glibc
import Synchronization

/// The unfinished files and directories of this process, and the sweeping of those that a killed one left.
///
/// An unfinished file is locked (`flock`) as long as its writer lives. The lock tells stale from live without asking
/// for process numbers, which mean nothing across containers and are reused.
public enum TemporaryFiles {
  private static let unfinished = Mutex<Set<String>>([])

  /// Removes the stale temporaries of a directory and returns how many there were.
  ///
  /// A temporary whose writer lives stays, in this process or another. A directory that is missing or cannot be listed
  /// holds nothing to sweep.
  @discardableResult
  public static func sweep(_ directory: String) -> Int {
    let names = (try? Directory.names(in: directory)) ?? []
    return names.count { TemporaryName.matches($0) && removeIfStale("\(directory)/\($0)") }
  }

  private static func removeIfStale(_ path: String) -> Bool {
    let descriptor = openFile(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0 && unlink(path) == 0
  }

  /// Creates a locked temporary beside `path` and remembers it until `forget`.
  static func create(beside path: String, mode: mode_t) throws -> (descriptor: Int32, path: String) {
    let parts = PathParts(path)
    while true {
      let candidate = "\(parts.directory)/\(TemporaryName.next(for: parts.name))"
      let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      // Creating under the lock of the list leaves no moment in which a signal would miss the file.
      let (descriptor, error) = unfinished.withLock { paths in
        let descriptor = retryingInterrupts { openFile(candidate, flags, mode) }
        let error = SystemError(.create)
        if descriptor >= 0 { paths.insert(candidate) }
        return (descriptor, error)
      }
      if descriptor >= 0 {
        if holds(descriptor) { return (descriptor, candidate) }
        close(descriptor)
        forget(candidate)
      } else if error.number != EEXIST {
        throw Failure(error, file: path)
      }
    }
  }

  /// Locks a new temporary; false when a sweep removed it between its creation and now.
  ///
  /// File systems without locks refuse the lock; a sweep cannot lock there either and leaves everything alone.
  private static func holds(_ descriptor: Int32) -> Bool {
    _ = retryingInterrupts { flock(descriptor, LOCK_EX) }
    guard let status = status(of: descriptor) else { return true }
    return status.st_nlink > 0
  }

  /// Remembers an unfinished directory until `forget`.
  static func remember(_ path: String) {
    unfinished.withLock { _ = $0.insert(path) }
  }

  /// No longer counts `path` as unfinished: it was renamed or removed.
  static func forget(_ path: String) {
    unfinished.withLock { _ = $0.remove(path) }
  }

  /// Removes everything unfinished, runs `end`, and lets nobody create a temporary meanwhile.
  static func removeAll(andThen end: () -> Void) {
    unfinished.withLock { paths in
      for path in paths { Directory.removeTree(path) }
      paths.removeAll()
      end()
    }
  }
}
