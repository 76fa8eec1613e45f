import Glibc
import RequiteFormats

/// A file that appears under its name only when it is complete.
///
/// Bytes go to a hidden sibling; `commit` puts them on disk and renames it. A reader sees the old file or the new one,
/// and after a failure, a kill or a full disk the old one is whole.
///
///     let file = try AtomicFile("ledgers/a.ledger")
///     try file.write(bytes)
///     try file.commit()
///
/// Any failure, and dropping the value without a commit, removes the sibling. Failures: 73 cannot be created, 74 cannot
/// be written, 77 no permission; they name the final path.
public final class AtomicFile: ByteSink {
  /// The final path.
  public let path: String
  private let temporaryPath: String
  private var output: BufferedDescriptor?

  /// Begins a file; its directory must exist.
  ///
  /// - Parameters:
  ///   - path: the file's final name.
  ///   - mode: the mode of the new file, reduced by the process's umask. The mode of an old one is not kept.
  public init(_ path: String, mode: UInt32 = 0o640) throws {
    let temporary = try TemporaryFiles.create(beside: path, mode: mode)
    self.path = path
    temporaryPath = temporary.path
    output = BufferedDescriptor(temporary.descriptor, named: path)
  }

  deinit {
    discard()
  }

  /// Takes bytes.
  public func write(_ bytes: Span<UInt8>) throws {
    try discardingOnFailure {
      precondition(output != nil, "a finished file takes no more bytes")
      try output?.write(bytes)
    }
  }

  /// Takes bytes.
  public func write(_ bytes: [UInt8]) throws {
    try write(bytes.span)
  }

  /// Takes text as UTF-8.
  public func write(_ text: String) throws {
    try write(Array(text.utf8))
  }

  /// Puts the bytes on disk and gives the file its name, replacing an older one.
  public func commit() throws {
    try discardingOnFailure {
      precondition(output != nil, "a file is finished once")
      try output?.flush()
      try replace()
    }
  }

  /// Like `commit`, but leaves an older file of the same bytes untouched, time stamp included, so that make sees no
  /// news.
  ///
  /// - Returns: whether the file was replaced.
  public func commitIfChanged() throws -> Bool {
    try discardingOnFailure {
      precondition(output != nil, "a file is finished once")
      try output?.flush()
      guard let output, try !FileComparison.isSame(output.descriptor, as: path) else {
        discard()
        return false
      }
      try replace()
      return true
    }
  }

  /// Gives up the file; what had that name before stays.
  ///
  /// Does nothing after a commit.
  public func discard() {
    guard let output else { return }
    close(output.descriptor)
    self.output = nil
    removeTemporary()
  }

  private func replace() throws {
    guard let output else { return }
    try synchronize(output.descriptor, named: path)
    // Late errors show at close, so it comes before the rename; the copy keeps the lock, and with it sweeps away, till
    // then.
    let keeper = fcntl(output.descriptor, F_DUPFD_CLOEXEC, 0)
    guard keeper >= 0 else { throw Failure(SystemError(.close), file: path) }
    defer { Glibc.close(keeper) }
    self.output = nil
    guard close(output.descriptor) == 0 || errno == EINTR else { throw removing(SystemError(.close)) }
    guard rename(temporaryPath, path) == 0 else { throw removing(SystemError(.rename)) }
    TemporaryFiles.forget(temporaryPath)
    try Directory.synchronize(PathParts(path).directory)
  }

  private func removing(_ error: SystemError) -> Failure {
    removeTemporary()
    return Failure(error, file: path)
  }

  private func removeTemporary() {
    unlink(temporaryPath)
    TemporaryFiles.forget(temporaryPath)
  }

  private func discardingOnFailure<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch {
      discard()
      throw error
    }
  }
}

extension AtomicFile {
  /// Writes a whole file in one go.
  public static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o640) throws {
    let file = try AtomicFile(path, mode: mode)
    try file.write(bytes)
    try file.commit()
  }

  /// Writes a whole file unless it already holds exactly these bytes; returns whether it wrote.
  @discardableResult
  public static func writeIfChanged(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o640) throws -> Bool {
    let file = try AtomicFile(path, mode: mode)
    try file.write(bytes)
    return try file.commitIfChanged()
  }
}
