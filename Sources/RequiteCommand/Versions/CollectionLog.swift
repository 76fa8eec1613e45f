import Glibc
import RequiteFormats

/// What collections removed, `collected.jsonl`: so that whoever misses something later can be told when it went.
///
///     {"collected_at":"2026-07-01T03:00:00Z","id":"2026-03-01-4f1c9a2b","what":"objects"}
struct CollectionLog {
  /// How much of a version went.
  enum What: String {
    /// All of it.
    case version
    /// What it was made of; its files stayed.
    case objects
  }

  /// One line.
  struct Entry: Hashable {
    var id: String
    var what: What
    var collectedAt: UTCTime
  }

  /// Where the log lies.
  let path: String

  /// Every entry, oldest first; none where nothing was ever collected.
  func entries() throws -> [Entry] {
    try JSONLog(path: path).lines().compactMap(Entry.init)
  }

  /// Adds a line and puts it on disk.
  func append(_ entry: Entry) throws {
    try JSONLog(path: path).append(entry.json)
  }
}

extension CollectionLog.Entry {
  fileprivate init?(_ json: JSONValue) {
    guard let id = json["id"]?.string, let what = json["what"]?.string.flatMap(CollectionLog.What.init),
      let time = json["collected_at"]?.string.flatMap(UTCTime.init(rfc3339:))
    else { return nil }
    self.init(id: id, what: what, collectedAt: time)
  }

  fileprivate var json: JSONValue {
    ["collected_at": .string(collectedAt.description), "id": .string(id), "what": .string(what.rawValue)]
  }
}

extension VersionStore {
  /// When what a version was made of was collected; `nil` when it was not, as far as the log says.
  public func objectsCollectedAt(_ version: Version) throws -> UTCTime? {
    try CollectionLog(path: "\(root)/collected.jsonl").entries().last { $0.id == version.id && $0.what == .objects }?
      .collectedAt
  }
}
