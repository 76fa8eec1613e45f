import RequiteFormats
import RequiteModel

/// The diff for programs, as canonical JSON: schema `requite.diff/1`.
public enum DiffJSON {
  /// The schema named in every diff; a reader refuses a higher number.
  public static let schema = "requite.diff/1"

  /// The diff's bytes, with a final newline.
  ///
  /// Equal tables give a diff with an empty list.
  ///
  /// `change` is the later estimate less the earlier, both as printed with six decimals. Unchanged numbers are counted, and
  /// listed only where `all` is true. A number hidden by the rule of disclosure has the `flag` `difference_discloses` and
  /// nulls instead of values; others have no flag.
  public static func render(
    _ diff: MeasureDiff, from before: String, to after: String, all: Bool = false
  ) -> [UInt8] {
    let shown = diff.entries.filter { all || $0.kind != .unchanged }
    let counts = MeasureDiff.Kind.allCases.map { ($0.rawValue, JSONValue.integer(Int64(diff.count($0)))) }
    let value = JSONValue.object([
      "schema": .string(schema),
      "a": .string(before),
      "b": .string(after),
      "counts": .object(Dictionary(uniqueKeysWithValues: counts)),
      "measures": .array(shown.map(entry)),
    ])
    return value.canonical() + [0x0A]
  }

  private static func entry(_ entry: MeasureDiff.Entry) -> JSONValue {
    var fields = MeasureJSON.place(of: entry.key)
    fields["vendor"] = .string(entry.key.vendor)
    fields["kind"] = .string(entry.kind.rawValue)
    fields["a"] = entry.before.map { .object(MeasureJSON.numbers(of: $0)) } ?? .null
    fields["b"] = entry.after.map { .object(MeasureJSON.numbers(of: $0)) } ?? .null
    fields["change"] = change(entry)
    if entry.differenceDiscloses { fields["flag"] = .string(DisclosureRule.flag) }
    return .object(fields)
  }

  private static func change(_ entry: MeasureDiff.Entry) -> JSONValue {
    guard let before = entry.before?.estimate, let after = entry.after?.estimate else { return .null }
    let printed = [after, before].map { FixedDecimal.value(of: FixedDecimal.text(of: $0))! }
    return .decimal(FixedDecimal.text(of: printed[0] - printed[1]))
  }
}
