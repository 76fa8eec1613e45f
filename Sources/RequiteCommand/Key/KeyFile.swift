import Glibc

/// Where the key for pseudonyms is kept: a file of its own, outside inputs, outputs and the repository.
///
/// It holds 64 hexadecimal digits and a line end, for its owner's eyes only. Whoever has it can try out ids against the
/// pseudonyms; whoever loses it sees every customer as a new one. So it is never printed, and never taken from an
/// argument or from the environment, which only say where it lies.
public struct KeyFile: Hashable, Sendable {
  /// The key, and whether this run has just made it.
  public struct Opened: Sendable {
    /// The key.
    public let key: SecretKey
    /// True when there was none before: pseudonyms made with an earlier key will not be met again.
    public let isNew: Bool
  }

  /// Where the key lies.
  public let path: String

  /// Names a key file.
  public init(_ path: String) {
    self.path = path
  }

  /// The usual place: `$REQUITE_KEY_FILE`, else `$XDG_CONFIG_HOME/requite/key`, else `$HOME/.config/requite/key`.
  ///
  /// An `XDG_CONFIG_HOME` that is no absolute path is passed over, as its specification wants.
  ///
  /// - Throws: 78 when none of the three variables is set.
  public static func standard(_ environment: Environment = .process) throws -> KeyFile {
    if let path = environment["REQUITE_KEY_FILE"] { return KeyFile(path) }
    if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") { return KeyFile("\(base)/requite/key") }
    if let home = environment["HOME"] { return KeyFile("\(home)/.config/requite/key") }
    throw Failure(
      .configuration, "no place is known for the key file",
      remedy: "Set REQUITE_KEY_FILE to a path outside the dumps and the output.")
  }

  /// The key in the file, which is made at the first use.
  ///
  /// Two runs that start at once get the same key: each writes its own beside the file, only one can link it to the
  /// name, and both read what lies under the name then.
  ///
  /// - Throws: 78 when the file is no key or others may read it; 73, 74 or 77 when it cannot be made or read.
  public func open() throws -> Opened {
    if let key = try read() { return Opened(key: key, isNew: false) }
    let isNew = try create()
    guard let key = try read() else {
      throw Failure(.configuration, "the key file disappeared while it was being used", file: path)
    }
    return Opened(key: key, isNew: isNew)
  }

  /// The key in the file, which must be there: for whom a new key would be the wrong one.
  ///
  /// - Throws: 78 when there is none, or as `open`.
  public func existing() throws -> SecretKey {
    if let key = try read() { return key }
    throw Failure(
      .configuration, "there is no key", file: path,
      remedy: "Say with REQUITE_KEY_FILE where the key of this installation lies.")
  }

  /// The key, or `nil` when there is no such file; none is made.
  ///
  /// - Throws: 78 when the file is no key or others may read it; 74 or 77 when it cannot be read.
  public func read() throws -> SecretKey? {
    let descriptor = openFile(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Failure(SystemError(.open), file: path)
    }
    defer { close(descriptor) }
    let status = try inspect(descriptor, named: path)
    guard status.isRegularFile else {
      throw Failure(
        .configuration, "the key file is not a regular file", file: path, remedy: "Point REQUITE_KEY_FILE at a file.")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Failure(
        .configuration, "others may read or change the key file", file: path,
        remedy: "Run chmod 600 on it, and ask yourself who has read it.")
    }
    guard let key = SecretKey(hex: try SmallFile.read(descriptor, named: path, limit: 4096)) else {
      throw Failure(
        .configuration, "the key file does not hold 64 hexadecimal digits", file: path,
        remedy: "Restore it from your backup. A new key would make every customer a new one.")
    }
    return key
  }

  /// Makes a key, unless another run is quicker; returns whether it was ours.
  private func create() throws -> Bool {
    try Directory.create(PathParts(path).directory, mode: 0o700)
    let temporary = try TemporaryFiles.create(beside: path, mode: 0o600)
    defer {
      close(temporary.descriptor)
      unlink(temporary.path)
      TemporaryFiles.forget(temporary.path)
    }
    var output = BufferedDescriptor(temporary.descriptor, named: path)
    let key = try KeyFile.newKey()
    try output.write(key.span)
    try output.flush()
    try synchronize(temporary.descriptor, named: path)
    guard link(temporary.path, path) == 0 else {
      if errno == EEXIST { return false }
      throw Failure(SystemError(.link), file: path)
    }
    try Directory.synchronize(PathParts(path).directory)
    return true
  }

  /// 256 bits of the kernel's random source as hexadecimal digits and a line end.
  private static func newKey() throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 32)
    guard randomBytes(&bytes) == 0 else {
      throw Failure(SystemError(.read), file: "the kernel's random numbers")
    }
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] } + [0x0A]
  }
}
