import Glibc
import RequiteFormats

extension VersionStore {
  /// A name that keeps a version for ever: the report that went to the board, the one of a contract's end.
  public struct Pin: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The id of the version, which may be gone where somebody removed it by hand.
    public let id: String

    /// Names a pin; nothing is written.
    public init(name: String, id: String) {
      self.name = name
      self.id = id
    }
  }

  /// Every pin, by name.
  public func pins() throws -> [Pin] {
    try Directory.names(in: pinFolder).compactMap { name in
      guard VersionStore.isPinName(name), let id = try pinned(name) else { return nil }
      return Pin(name: name, id: id)
    }
  }

  /// Pins a version: its full id becomes the one line of `pins/<name>`.
  ///
  /// Pinning the same version again changes nothing.
  ///
  /// - Throws: 64 for a name that could be mistaken for something else, or that names another version already; 75 while
  ///   another run changes the store.
  public func pin(_ name: String, to version: Version, now: UTCTime) throws {
    guard VersionStore.isPinName(name) else {
      throw Failure(
        .usage, "\(name.escapedForMessages) cannot be the name of a pin",
        remedy: "Begin with a letter; letters, digits, '.', '_' and '-' may follow. latest is taken.")
    }
    guard version.path == directory(of: version.id) else {
      throw Failure(.usage, "only a version of this store can be pinned", file: version.path)
    }
    try DirectoryLock.holding(root, since: now) {
      if let id = try pinned(name), id != version.id {
        throw Failure(
          .usage, "the pin \(name) names \(id) already", file: root,
          remedy: "Choose another name, or unpin it first: requite-versions unpin \(name).")
      }
      try Directory.create(pinFolder)
      try AtomicFile.writeIfChanged(Array("\(version.id)\n".utf8), to: "\(pinFolder)/\(name)")
    }
  }

  /// Removes a pin and returns what it named; the version stays until a collection.
  ///
  /// - Throws: 66 when there is no such pin.
  @discardableResult
  public func unpin(_ name: String, now: UTCTime) throws -> Pin {
    try DirectoryLock.holding(root, since: now) {
      guard VersionStore.isPinName(name), let id = try pinned(name) else {
        let names = try pins().map(\.name)
        throw Failure(
          .inputMissing, "there is no pin \(name.escapedForMessages)", file: root,
          remedy: names.isEmpty ? "Nothing is pinned." : "Known: \(names.joined(separator: ", ")).")
      }
      try Directory.removeFile("\(pinFolder)/\(name)")
      try Directory.synchronize(pinFolder)
      return Pin(name: name, id: id)
    }
  }

  private var pinFolder: String { "\(root)/pins" }

  /// What a pin names; `nil` when there is no such pin, or it does not hold an id.
  func pinned(_ name: String) throws -> String? {
    let path = "\(pinFolder)/\(name)"
    guard Directory.isFile(path) else { return nil }
    let id = String(decoding: try SmallFile.read(path, limit: 1024).prefix { $0 != 0x0A }, as: UTF8.self)
    return VersionStore.isPlainName(id) ? id : nil
  }

  /// Whether `name` can be a pin: a plain name that neither an id nor `latest` looks like.
  static func isPinName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return isPlainName(name) && name != "latest"
  }
}
