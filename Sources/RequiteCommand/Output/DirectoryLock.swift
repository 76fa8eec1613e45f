import Glibc
import RequiteFormats

/// The right to write in a directory, held by one run at a time.
///
/// A lock of the kernel (`flock`) on a small file, so nothing stale is left when a run is killed; the process number
/// and time inside are only text for the message. Its descriptor is not inherited: a child would keep the lock after
/// its parent's death. On network storage the lock may not reach other hosts.
public final class DirectoryLock {
  private var descriptor: Int32?

  /// Takes the lock, or fails at once with 75, naming its holder.
  ///
  /// - Parameters:
  ///   - directory: the directory to lock; it must exist.
  ///   - time: the time to show to those who find it locked.
  ///   - name: the lock's file in the directory. The file stays when the lock is released.
  public init(_ directory: String, since time: UTCTime, name: String = ".lock") throws {
    let path = "\(directory)/\(name)"
    let descriptor = try openDescriptor(path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o640, as: .create)
    guard retryingInterrupts({ flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 else {
      let error = SystemError(.lock)
      defer { close(descriptor) }
      throw error.number == EWOULDBLOCK
        ? DirectoryLock.isTaken(directory, holder: DirectoryLock.note(in: descriptor, named: path))
        : Failure(error, file: path)
    }
    self.descriptor = descriptor
    let note = Array("process \(getpid()), since \(time)\n".utf8)
    // The note is a courtesy: without room for it the lock holds just as well.
    if ftruncate(descriptor, 0) == 0 { _ = writeOnce(note.span, to: descriptor) }
  }

  deinit {
    release()
  }

  /// Gives the lock back; once is enough.
  public func release() {
    guard let descriptor else { return }
    // Closing alone would not do: a child that another thread is starting has a copy until it runs its program.
    _ = flock(descriptor, LOCK_UN)
    close(descriptor)
    self.descriptor = nil
  }

  /// Runs `body` while holding the lock.
  public static func holding<Result>(
    _ directory: String, since time: UTCTime, name: String = ".lock", _ body: () throws -> Result
  ) throws -> Result {
    let lock = try DirectoryLock(directory, since: time, name: name)
    defer { lock.release() }
    return try body()
  }

  private static func note(in descriptor: Int32, named path: String) -> String? {
    guard let bytes = try? SmallFile.read(descriptor, named: path, limit: 200), bytes.last == 0x0A else { return nil }
    return String(decoding: bytes.dropLast(), as: UTF8.self).escapedForMessages
  }

  private static func isTaken(_ directory: String, holder: String?) -> Failure {
    Failure(
      .tryLater, "another run is at work here\(holder.map { " (\($0))" } ?? "")", file: directory,
      remedy: "Wait until it has ended, or stop it, then run again.")
  }
}
