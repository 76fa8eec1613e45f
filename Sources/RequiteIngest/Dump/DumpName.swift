import RequiteModel

/// What the name of a dump says: its kind, its format, and often its date.
public struct DumpName: Hashable, Sendable {
  /// How rows are written.
  public enum Format: Hashable, Sendable {
    /// Comma-separated values, RFC 4180.
    case csv
    /// One JSON object a line.
    case jsonl
  }

  /// The file name, without its folder.
  public let name: String
  /// What the dump holds.
  public let kind: DumpKind
  /// How its rows are written.
  public let format: Format
  /// The first date in the name (`2026-03-01`), at midnight UTC; `nil` without one.
  public let date: Instant?

  /// Reads a file name; `nil` when it is not the name of a dump: `<kind>-….csv`, `.jsonl`, each also with `.gz`.
  public init?(_ name: String) {
    let stem = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    if stem.hasSuffix(".csv") {
      format = .csv
    } else if stem.hasSuffix(".jsonl") {
      format = .jsonl
    } else {
      return nil
    }
    guard let kind = DumpKind.allCases.first(where: { name.hasPrefix($0.rawValue + "-") }) else { return nil }
    self.name = name
    self.kind = kind
    date = DumpName.date(in: Array(stem.utf8))
  }

  /// The name of a dump that an adapter reads, which need not say what it holds: the adapter does.
  package init(_ name: String, kind: DumpKind) {
    self.name = name
    self.kind = kind
    format = name.contains(".json") ? .jsonl : .csv
    date = DumpName.date(in: Array(name.utf8))
  }

  /// Which of the patterns of adapters a file name has first, where `*` stands for any text; `nil` for none.
  ///
  /// Hidden and unfinished files (`.part`, `.tmp`, `~`) have none.
  package static func index(of name: String, in patterns: [String]) -> Int? {
    guard !name.hasPrefix("."), !["~", ".part", ".tmp"].contains(where: name.hasSuffix) else { return nil }
    return patterns.firstIndex { LikePattern($0).matches(name) }
  }

  private static func date(in bytes: [UInt8]) -> Instant? {
    guard bytes.count >= 10 else { return nil }
    for start in 0...(bytes.count - 10) {
      let text = String(decoding: bytes[start..<start + 10], as: UTF8.self)
      if let midnight = Instant(rfc3339: text + "T00:00:00Z") { return midnight }
    }
    return nil
  }
}
