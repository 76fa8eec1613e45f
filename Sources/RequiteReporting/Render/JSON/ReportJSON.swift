import RequiteFormats
import RequiteModel

/// `report.json`: the same numbers for programs, as canonical JSON.
///
/// Schema `requite.report/1`. Numbers are those of `measures.csv`, digit by digit; texts are exact, whatever they hold.
public enum ReportJSON {
  /// The schema named in every file; a reader refuses a higher number.
  public static let schema = "requite.report/1"

  /// The file's bytes, with a final newline.
  ///
  /// - Complexity: O(*n*) time for *n* measures; no memory for them but the bytes.
  public static func render(_ report: Report) -> [UInt8] {
    var stream = MeasureStream(expecting: report.measures.count)
    write(report, to: &stream) { _ in }
    return stream.bytes
  }

  /// Writes the same bytes to `sink` in pieces, for reports too large to be held beside their measures.
  public static func write(_ report: Report, to sink: some ByteSink) throws {
    var stream = MeasureStream()
    try write(report, to: &stream) { try sink.write(&$0.bytes, ifLongerThan: pieceLength) }
    try sink.write(stream.bytes)
  }

  /// Writes all of it and calls `pause` behind each measure.
  private static func write(
    _ report: Report, to stream: inout MeasureStream, pause: (inout MeasureStream) throws -> Void
  ) rethrows {
    stream.append(openObject: head(of: report))
    // Behind all other keys by their bytes, as canonical JSON wants it, stand the measures and the version.
    stream.append(json: #","vendors":["#)
    for (place, vendor) in report.vendors.enumerated() {
      stream.append(json: place == 0 ? #"{"measures":["# : #",{"measures":["#)
      for (place, measure) in vendor.measures.enumerated() {
        if place > 0 { stream.append(json: ",") }
        stream.append(measure)
        try pause(&stream)
      }
      stream.append(json: #"],"vendor":"#)
      stream.append(.string(vendor.name))
      stream.append(json: "}")
    }
    stream.append(json: #"],"version":"#)
    stream.append(.string(report.version))
    stream.append(json: "}\n")
  }

  /// Everything of which there is little.
  private static func head(of report: Report) -> [String: JSONValue] {
    [
      "schema": .string(schema),
      "headline": .string(report.headline),
      "incomplete": .bool(!report.refusedDumps.isEmpty),
      "previous": report.previous.map { .string($0.version) } ?? .null,
      "settings": SettingsJSON.value(of: report.settings),
      "dumps": .array(report.dumps.map(dump)),
      "rows": .array(report.facts.map(rows)),
    ]
  }

  private static func rows(_ account: FactAccount) -> JSONValue {
    .object([
      "kind": .string(account.kind.rawValue), "accepted": .integer(account.accepted),
      "repeated": .integer(account.repeated), "erased": .integer(account.erased),
      "standing": .integer(account.standing),
    ])
  }

  private static func dump(_ account: DumpAccount) -> JSONValue {
    .object([
      "dump": .string(account.dump),
      "kind": .string(account.kind.rawValue),
      "sha256": .string(account.sha256),
      "lines": .integer(account.lines),
      "read": .integer(account.read),
      "accepted": .integer(account.accepted),
      "duplicates": .integer(account.duplicates),
      "filtered": .integer(account.filtered),
      "quarantined": .integer(account.quarantined),
      "rules": .object(account.rules.mapValues { .integer($0) }),
      "refused": account.refused.map(JSONValue.string) ?? .null,
    ])
  }
}
