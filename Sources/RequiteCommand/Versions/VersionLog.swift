import Glibc
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

  /// Every entry, oldest first.
  ///
  /// A line that a loss of power cut short is passed over; a missing diary is empty.
  func entries() throws -> [Entry] {
    var status = stat()
    if stat(path, &status) != 0, errno == ENOENT { return [] }
    let bytes = try SmallFile.read(path, limit: 1 << 28)
    return bytes.split(separator: 0x0A).compactMap { line in
      (try? JSONValue(parsing: Array(line))).flatMap(Entry.init)
    }
  }

  /// Adds a line in one write, and puts it on disk.
  func append(_ entry: Entry) throws {
    let flags = O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW
    let descriptor = try openDescriptor(path, flags, mode: 0o640, as: .create)
    defer { close(descriptor) }
    var output = BufferedDescriptor(descriptor, named: path)
    let line = entry.json.canonical() + [0x0A]
    let lead: [UInt8] = try endsInsideALine(descriptor) ? [0x0A] : []
    try (lead + line).withUnsafeBytes { try output.write($0) }
    try output.flush()
    try synchronize(descriptor, named: path)
  }

  private func endsInsideALine(_ descriptor: Int32) throws -> Bool {
    let size = try inspect(descriptor, named: path).st_size
    var last: UInt8 = 0x0A
    return size > 0 && pread(descriptor, &last, 1, size - 1) == 1 && last != 0x0A
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
