import Glibc

/// Calls `body` until it is not interrupted by a signal; −1 with `EINTR` is invisible to callers.
func retryingInterrupts<Result: BinaryInteger>(_ body: () -> Result) -> Result {
  while true {
    let result = body()
    if result != -1 || errno != EINTR { return result }
  }
}

/// Opens `path` and never leaks the descriptor into a child.
///
/// - Throws: the failure of the call, told as `operation` on `path`.
func openDescriptor(
  _ path: String, _ flags: Int32, mode: mode_t = 0, as operation: SystemError.Operation = .open
) throws -> Int32 {
  let descriptor = retryingInterrupts { openFile(path, flags | O_CLOEXEC, mode) }
  guard descriptor >= 0 else { throw Failure(SystemError(operation), file: path) }
  return descriptor
}

/// What the file system says of the open file.
func inspect(_ descriptor: Int32, named path: String) throws -> stat {
  guard let status = status(of: descriptor) else { throw Failure(SystemError(.inspect), file: path) }
  return status
}

/// Puts written bytes on disk.
///
/// A failure is final.
///
/// Several file systems mark pages clean after a failed sync, so that a second one would succeed and prove nothing
/// (Rebello et al., ACM TOS 17(2), 2021). Callers discard the file and never sync it again.
func synchronize(_ descriptor: Int32, named path: String) throws {
  guard retryingInterrupts({ fsync(descriptor) }) == 0 else { throw Failure(SystemError(.sync), file: path) }
}
