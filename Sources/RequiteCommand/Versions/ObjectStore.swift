import Glibc
import RequiteFormats

/// What versions were made of, kept by digest so that equal things are kept once: `reports/objects`.
///
///     objects/4f/4f1c….ledger     a ledger, by the digest of its footer
///     objects/9a/9a02….plan       a plan, by the SHA-256 of its bytes
///     objects/c7/c7e1….state      a merged state, by the SHA-256 of its bytes
///
/// Objects hold pseudonyms and counts of small cells, so the folder is for its owner alone, unlike the versions. An object
/// never changes; it is removed when no version needs it any more (``GarbageCollection``).
public struct ObjectStore: Sendable {
  /// What an object is: the end of its name.
  public enum Kind: String, CaseIterable, Sendable {
    /// The facts of one dump.
    case ledger
    /// What all parts of a night agreed on.
    case plan
    /// The sums of a night.
    case state
  }

  /// An object by its name.
  public struct Object: Hashable, Sendable {
    /// 64 hexadecimal digits.
    public let digest: String
    /// What it is.
    public let kind: Kind

    /// Names an object.
    public init(_ digest: String, _ kind: Kind) {
      self.digest = digest
      self.kind = kind
    }

    /// Reads a file name such as `4f1c….ledger`; `nil` for any other.
    public init?(name: String) {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, ObjectStore.isDigest(String(parts[0])), let kind = Kind(rawValue: String(parts[1])) else {
        return nil
      }
      self.init(String(parts[0]), kind)
    }

    /// The file's name.
    public var name: String { "\(digest).\(kind.rawValue)" }
  }

  /// The folder of the objects.
  public let root: String

  /// Names a store of objects; nothing is read or created.
  public init(_ root: String) {
    self.root = root
  }

  /// Where an object lies, or would lie.
  public func path(of object: Object) -> String {
    precondition(ObjectStore.isDigest(object.digest), "an object is named by 64 hexadecimal digits")
    return "\(root)/\(object.digest.prefix(2))/\(object.name)"
  }

  /// Where an object of that digest lies, or would lie.
  public func path(of digest: String, _ kind: Kind) -> String {
    path(of: Object(digest, kind))
  }

  /// Where the ledger with that digest of its footer lies, or would lie.
  public func path(ofLedger digest: String) -> String {
    path(of: digest, .ledger)
  }

  /// Whether an object is kept.
  public func contains(_ object: Object) -> Bool {
    ObjectStore.isDigest(object.digest) && Directory.isFile(path(of: object))
  }

  /// Whether an object is kept under its own name, and not only another one that stands for it.
  public func holds(_ object: Object) -> Bool {
    ObjectStore.isDigest(object.digest) && linkStatus(of: path(of: object))?.isRegularFile == true
  }

  /// Every object, by digest.
  public func objects() throws -> [Object] {
    try Directory.names(in: root).flatMap { folder in
      try Directory.names(inDirectory: "\(root)/\(folder)")?.compactMap(Object.init(name:)) ?? []
    }
  }

  /// Whether `text` is 64 lower-case hexadecimal digits, and so can be part of a path.
  public static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

extension ObjectStore {
  /// Gives an object a second name, at `path`, which outlives a collection; a link to it where that is impossible.
  public func lend(_ object: Object, as path: String) throws {
    let place = self.path(of: object)
    if link(place, path) == 0 || symlink(realPath(place) ?? place, path) == 0 { return }
    throw Failure(SystemError(.link), file: path)
  }

  /// Keeps the file at `path` as an object: a second name of the same bytes where the file system allows, else a copy.
  ///
  /// For files that are only ever replaced as a whole, as all of ours are. An object that is there already stays as it is.
  public func keep(_ path: String, as object: Object) throws {
    guard !contains(object) else { return }
    let place = try prepared(object)
    if linkTarget(of: path, place) == 0 {
      return try Directory.synchronize(PathParts(place).directory)
    }
    // Another file system, too many names, or a rule against names of files that others own: then a copy.
    let error = SystemError(.link)
    if error.number == ENOENT { throw Failure(SystemError(.open, number: ENOENT), file: path) }
    guard ![EACCES, ENOSPC, EROFS].contains(error.number) else { throw Failure(error, file: path) }
    try copy(path, to: place)
  }

  /// Keeps `bytes` as an object, unless it is there already.
  public func keep(_ bytes: [UInt8], as object: Object) throws {
    guard !contains(object) else { return }
    try AtomicFile.write(bytes, to: try prepared(object), mode: 0o600)
  }

  /// Creates the folder an object belongs in and returns its place.
  private func prepared(_ object: Object) throws -> String {
    let place = path(of: object)
    try Directory.create(PathParts(root).directory)
    try Directory.create(root, mode: 0o700)
    try Directory.create(PathParts(place).directory, mode: 0o700)
    return place
  }

  private func copy(_ path: String, to place: String) throws {
    let input = try InputFile(path: path)
    let output = try AtomicFile(place, mode: 0o600)
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while case let count = try input.read(into: &buffer), count > 0 {
      try output.write(buffer.span.extracting(first: count))
    }
    try output.commit()
  }
}
