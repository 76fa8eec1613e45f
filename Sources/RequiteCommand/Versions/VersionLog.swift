import RequiteFormats

/// The store's diary, `log.jsonl`: one line for each publish, never rewritten.
///
///     {"id":"4f1c9a2b","outcome":"published","previous":null,"published_at":"2026-03-01T02:10:00Z"}
///
/// The only file of the store that knows the clock; nothing in it enters a version.
struct VersionLog {
  /// One line.
  struct Entry: Hashable {
    var id: String
    var previous: String?
    var publishedAt: UTCTime
    var outcome: Publication.Outcome
  }

  /// Where the diary lies.
  let path: String

  /// Every entry, oldest first; a missing diary is empty.
  func entries() throws -> [Entry] {
    try JSONLog(path: path).lines().compactMap(Entry.init)
  }

  /// Adds a line, and puts it on disk.
  func append(_ entry: Entry) throws {
    try JSONLog(path: path).append(entry.json)
  }
}

extension VersionLog.Entry {
  fileprivate init?(_ json: JSONValue) {
    guard let id = json["id"]?.string, let text = json["published_at"]?.string, let time = UTCTime(rfc3339: text),
      let outcome = json["outcome"]?.string.flatMap(Publication.Outcome.init)
    else { return nil }
    self.init(id: id, previous: json["previous"]?.string, publishedAt: time, outcome: outcome)
  }

  fileprivate var json: JSONValue {
    .object([
      "id": .string(id), "outcome": .string(outcome.rawValue), "previous": previous.map(JSONValue.string) ?? .null,
      "published_at": .string(publishedAt.description),
    ])
  }
}
