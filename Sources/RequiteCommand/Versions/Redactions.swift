import Glibc
import RequiteFormats

/// What was taken out of objects when customers were forgotten, `redacted.jsonl`: so that other bytes than those a manifest
/// names are explained and not mistaken for damage.
///
///     {"by":"9a02…","object":"4f1c….ledger","redacted_at":"2026-07-01T03:00:00Z","rows":12}
public struct Redactions: Sendable {
  /// One line.
  public struct Entry: Hashable, Sendable {
    /// What was there.
    public var object: ObjectStore.Object
    /// The digest of what stands for it now; `nil` where nothing does.
    public var by: String?
    /// How many rows went; 0 for what holds no rows.
    public var rows: Int64
    /// When.
    public var redactedAt: UTCTime

    /// Creates a line.
    public init(_ object: ObjectStore.Object, by: String?, rows: Int64 = 0, redactedAt: UTCTime) {
      self.object = object
      self.by = by
      self.rows = rows
      self.redactedAt = redactedAt
    }
  }

  private let entries: [ObjectStore.Object: Entry]

  init(_ entries: [Entry]) {
    self.entries = Dictionary(entries.map { ($0.object, $0) }) { $1 }
  }

  /// Everything that stood for `object`, from itself to what stands for it now.
  ///
  /// - Returns: also how many rows went on the way, and when the last did; the last object is `nil` where nothing is left.
  public func history(of object: ObjectStore.Object) -> (objects: [ObjectStore.Object?], rows: Int64, last: UTCTime?) {
    var (objects, rows, last) = ([object] as [ObjectStore.Object?], Int64(0), UTCTime?.none)
    var seen: Set<ObjectStore.Object> = []
    while let object = objects[objects.count - 1], let entry = entries[object], seen.insert(object).inserted {
      rows += entry.rows
      last = entry.redactedAt
      objects.append(entry.by.map { .init($0, object.kind) })
    }
    return (objects, rows, last)
  }
}

extension VersionStore {
  /// What was taken out of objects so far.
  public func redactions() throws -> Redactions {
    Redactions(try JSONLog(path: "\(root)/redacted.jsonl").lines().compactMap(Redactions.Entry.init))
  }

  /// Notes what is taken out of an object; to be called before the object goes.
  public func note(_ redaction: Redactions.Entry) throws {
    try JSONLog(path: "\(root)/redacted.jsonl").append(redaction.json)
  }

  /// Notes that a customer was forgotten, by a digest that tells nobody who it was.
  public func noteTombstone(_ digest: String, vendor: String?, now: UTCTime) throws {
    try JSONLog(path: "\(root)/tombstones.jsonl").append([
      "customer": .string(digest), "vendor": vendor.map(JSONValue.string) ?? .null,
      "forgotten_at": .string(now.description),
    ])
  }
}

extension Redactions.Entry {
  fileprivate init?(_ json: JSONValue) {
    guard let object = json["object"]?.string.flatMap(ObjectStore.Object.init(name:)),
      let rows = json["rows"]?.integer, let time = json["redacted_at"]?.string.flatMap(UTCTime.init(rfc3339:))
    else { return nil }
    self.init(object, by: json["by"]?.string, rows: rows, redactedAt: time)
  }

  fileprivate var json: JSONValue {
    [
      "by": by.map(JSONValue.string) ?? .null, "object": .string(object.name),
      "redacted_at": .string(redactedAt.description), "rows": .integer(rows),
    ]
  }
}

extension ObjectStore {
  /// Removes an object that must not be kept any longer.
  public func forget(_ object: Object) throws {
    try remove(object)
  }

  /// Lets the name of an object lead to another one, so that whoever knows only the old name finds what stands for it.
  public func redirect(_ object: Object, to other: Object) throws {
    let place = path(of: object)
    let temporary = "\(place).new"
    unlink(temporary)
    guard symlink("../\(other.digest.prefix(2))/\(other.name)", temporary) == 0 else {
      throw Failure(SystemError(.link), file: place)
    }
    guard rename(temporary, place) == 0 else { throw Failure(SystemError(.rename), file: place) }
    try Directory.synchronize(PathParts(place).directory)
  }
}
