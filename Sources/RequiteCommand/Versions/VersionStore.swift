import Glibc

/// The published versions of a report, each in a directory that never changes.
///
///     reports/
///       versions/4f1c9a2b/   measures.csv, report.json, manifest.json …, read-only
///       latest               link to versions/4f1c9a2b
///       latest.txt           its id, for file systems and servers without links
///       log.jsonl            every publish, in order
///       objects/             what versions were made of: ledgers, plans, states; for the owner alone
///       pins/board-2026-07   the id of a version that must stay
///       .staging/            what is being written
///
/// A version's id is made from its content by the caller, so equal ids mean equal versions.
public struct VersionStore: Sendable {
  /// One published version.
  public struct Version: Hashable, Sendable {
    /// Its id, the name of its directory.
    public let id: String
    /// Its directory.
    public let path: String
    /// When it was first published; `nil` when the log does not say.
    public let publishedAt: UTCTime?
    /// The bytes of its files.
    public let size: Int64
  }

  /// The directory of the store, `reports`.
  public let root: String

  /// Names a store; nothing is read or created.
  public init(_ root: String) {
    self.root = root
  }

  /// Every version, by first publication; those the log does not know come last, by id.
  public func versions() throws -> [Version] {
    let times = try firstPublications()
    let versions = try ids().map { version($0, publishedAt: times[$0]?.time) }
    let order = { (version: Version) in times[version.id]?.order ?? Int.max }
    // `ids` is sorted and the sort is stable.
    return versions.sorted { order($0) < order($1) }
  }

  /// The id that `latest` points to; `nil` before the first publish, or when that version is gone.
  public func latest() throws -> String? {
    guard let target = symlinkTarget("\(root)/latest") else { return nil }
    let id = PathParts(target).name
    return Directory.isDirectory(directory(of: id)) ? id : nil
  }

  /// When `latest` was last moved, as the log says; `nil` when it does not.
  public func latestMovedAt() throws -> UTCTime? {
    try log.entries().last { $0.outcome.movesLatest }?.publishedAt
  }

  /// What the last publish of a night came to; `nil` before the first.
  public func lastOutcome() throws -> Publication.Outcome? {
    try log.entries().last { $0.outcome != .added }?.outcome
  }

  /// Where a version lies, or would lie.
  public func directory(of id: String) -> String {
    "\(root)/versions/\(id)"
  }

  /// What versions were made of.
  public var objects: ObjectStore { ObjectStore("\(root)/objects") }

  /// The diary.
  var log: VersionLog { VersionLog(path: "\(root)/log.jsonl") }

  /// Ids of the complete versions, sorted by bytes.
  func ids() throws -> [String] {
    try Directory.names(in: "\(root)/versions").filter {
      !$0.hasPrefix(".") && Directory.isDirectory(directory(of: $0))
    }
  }

  /// A version with its size, as it lies on disk.
  func version(_ id: String, publishedAt: UTCTime?) -> Version {
    let path = directory(of: id)
    return Version(id: id, path: path, publishedAt: publishedAt, size: Directory.size(path))
  }

  /// When each id was first published, and as which.
  func firstPublications() throws -> [String: (order: Int, time: UTCTime)] {
    try log.entries().enumerated().reduce(into: [:]) { times, entry in
      if times[entry.element.id] == nil { times[entry.element.id] = (entry.offset, entry.element.publishedAt) }
    }
  }
}
