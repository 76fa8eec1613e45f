import RequiteFormats
import RequiteModel

/// `report.json`: the same numbers for programs, as canonical JSON.
///
/// Schema `requite.report/1`. Numbers are those of `measures.csv`, digit by digit; texts are exact, whatever they hold.
public enum ReportJSON {
  /// The schema named in every file; a reader refuses a higher number.
  public static let schema = "requite.report/1"

  /// The file's bytes, with a final newline.
  public static func render(_ report: Report) -> [UInt8] {
    value(of: report).canonical() + [0x0A]
  }

  /// The report as a JSON value.
  static func value(of report: Report) -> JSONValue {
    .object([
      "schema": .string(schema),
      "version": .string(report.version),
      "headline": .string(report.headline),
      "incomplete": .bool(!report.refusedDumps.isEmpty),
      "previous": report.previous.map { .string($0.version) } ?? .null,
      "settings": SettingsJSON.value(of: report.settings),
      "dumps": .array(report.dumps.map(dump)),
      "rows": .array(report.facts.map(rows)),
      "vendors": .array(report.vendors.map(vendor)),
    ])
  }

  private static func vendor(_ vendor: VendorReport) -> JSONValue {
    .object(["vendor": .string(vendor.name), "measures": .array(vendor.measures.map(MeasureJSON.placed))])
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
