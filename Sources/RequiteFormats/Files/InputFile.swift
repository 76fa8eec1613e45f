import Glibc

/// A regular file, open for reading.
///
/// Anything else is refused at once: a directory, a device, or a named pipe, which would keep a nightly run waiting
/// forever. A symbolic link is followed. Closed when the last reference goes.
public final class InputFile: Sendable {
  /// What the system says about the file, to notice that it changed while it was read.
  public struct Status: Hashable, Sendable {
    /// Bytes.
    public let size: Int
    /// When the content last changed, in nanoseconds since 1970.
    public let modifiedNanoseconds: Int64
    /// The file's number on its device.
    public let inode: UInt64
    /// The device.
    public let device: UInt64
  }

  /// The file, as it was named to us.
  public let path: String
  /// The file's state when it was opened.
  public let status: Status
  private let descriptor: Int32

  /// Opens the file at `path`.
  ///
  /// - Throws: ``FileFailure``.
  public init(path: String) throws(FileFailure) {
    descriptor = try Self.open(path)
    do throws(FileFailure) {
      self.path = path
      status = try Self.inspect(descriptor, path)
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit {
    close(descriptor)
  }

  /// Whether so few files are open that this one may stay so for long.
  ///
  /// The system gives out the least number that is free. Numbers in the upper half of what a process may have are left to
  /// those who need a file for a moment.
  public var mayStayOpen: Bool { descriptor < InputFile.greatestStaying }

  private static let greatestStaying: Int32 = {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 0 }
    return Int32(clamping: limit.rlim_cur / 2)
  }()

  /// Bytes in the file when it was opened.
  public var size: Int {
    status.size
  }

  /// Whether the file is no longer what it was when it was opened: still being written, or cut short.
  ///
  /// A file replaced by renaming another one over it has not changed: what is open is still the old one, whole.
  public func hasChanged() throws(FileFailure) -> Bool {
    try Self.inspect(descriptor, path) != status
  }

  /// Reads on from where the last call ended, until `room` is full or the file ends.
  public func read(into room: inout OutputSpan<UInt8>) throws(FileFailure) {
    while !room.isFull, try isOngoing(room.append(readingFrom: descriptor)) {}
  }

  /// Reads on from where the last call ended, until `buffer` is full or the file ends.
  ///
  /// - Returns: the number of bytes read; less than asked for only at the end of the file.
  public func read(into buffer: inout [UInt8]) throws(FileFailure) -> Int {
    try buffer.refill { room throws(FileFailure) in try read(into: &room) }
  }

  /// Reads from `offset` until `room` is full or the file ends, without moving the place where `read(into:)` goes on.
  public func read(into room: inout OutputSpan<UInt8>, at offset: Int) throws(FileFailure) {
    let start = room.count
    while !room.isFull, try isOngoing(room.append(readingFrom: descriptor, at: offset + room.count - start)) {}
  }

  /// What a call of the system means that has read so many bytes: whether to go on.
  private func isOngoing(_ count: Int) throws(FileFailure) -> Bool {
    guard count < 0, errno != EINTR else { return count != 0 }
    throw FileFailure(.read, path, code: errno)
  }

  private static func open(_ path: String) throws(FileFailure) -> Int32 {
    guard !path.utf8.contains(0) else { throw FileFailure(.open, path, refused: "a file name cannot hold a NUL") }
    while true {
      // Without O_NONBLOCK, opening a named pipe waits for its writer before we can see that it is one.
      let descriptor = unsafe Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
      if descriptor >= 0 { return descriptor }
      guard errno == EINTR else { throw FileFailure(.open, path, code: errno) }
    }
  }

  private static func inspect(_ descriptor: Int32, _ path: String) throws(FileFailure) -> Status {
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0 else { throw FileFailure(.inspect, path, code: errno) }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      throw FileFailure(.open, path, refused: "is \(name(ofKind: facts.st_mode & S_IFMT)), not a file")
    }
    return Status(
      size: Int(facts.st_size),
      modifiedNanoseconds: Int64(facts.st_mtim.tv_sec) * 1_000_000_000 + Int64(facts.st_mtim.tv_nsec),
      inode: UInt64(facts.st_ino), device: UInt64(facts.st_dev))
  }

  private static func name(ofKind kind: mode_t) -> String {
    switch kind {
    case S_IFDIR: "a directory"
    case S_IFIFO: "a named pipe"
    case S_IFSOCK: "a socket"
    default: "a device"
    }
  }
}

extension InputFile {
  /// The whole content, for files that are known to be small.
  public func contents() throws(FileFailure) -> [UInt8] {
    try Array(capacity: size) { room throws(FileFailure) in try read(into: &room, at: 0) }
  }
}
