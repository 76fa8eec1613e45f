import RequiteFormats
import RequiteModel

/// One number of a diff as JSON: both values, the change, and its steps with their causes.
///
/// A hidden number has the `flag` `difference_discloses` and nulls instead of values; others have no flag.
enum EntryJSON {
  static func value(of entry: VersionDiff.Entry, only step: Coordinate?) -> JSONValue {
    var fields = MeasureJSON.place(of: entry.key)
    fields["vendor"] = .string(entry.key.vendor)
    fields["title"] = .string(entry.metric.title)
    fields["better"] = .string(entry.metric.better.rawValue)
    fields["kind"] = .string(entry.numbers.kind.rawValue)
    fields["a"] = side(entry.numbers.before, entry.beforeText)
    fields["b"] = side(entry.numbers.after, entry.nowText)
    fields["change"] = change(entry)
    fields["remark"] = entry.remark.isEmpty ? .null : .string(entry.remark)
    fields["steps"] = .array(ShownEntry(entry, only: step).steps.map(value))
    fields["not_split"] = entry.notSplit.map { .string($0.word) } ?? .null
    fields["not_split_text"] = entry.notSplitText.map(JSONValue.string) ?? .null
    if entry.numbers.differenceDiscloses { fields["flag"] = .string(DisclosureRule.flag) }
    return .object(fields)
  }

  private static func side(_ measure: Measure?, _ text: String) -> JSONValue {
    guard let measure else { return .null }
    var fields = MeasureJSON.numbers(of: measure)
    fields["show"] = measure.estimate == nil ? .null : .string(text)
    return .object(fields)
  }

  /// The later estimate less the earlier, both as printed with six decimals.
  private static func change(_ entry: VersionDiff.Entry) -> JSONValue {
    guard let before = entry.numbers.before?.estimate, let after = entry.numbers.after?.estimate else { return .null }
    let millionths = FixedDecimal.millionths(after) - FixedDecimal.millionths(before)
    return ["value": .decimal(FixedDecimal.text(units: millionths, places: 6)), "show": .string(entry.changeText)]
  }

  private static func value(of step: ShownStep) -> JSONValue {
    [
      "coordinates": .array(step.coordinates.map { .string($0.rawValue) }),
      "end": ["value": .decimal(FixedDecimal.text(of: step.end)), "show": .string(step.endText)],
      "change": ["value": .decimal(FixedDecimal.text(of: step.change)), "show": .string(step.changeText)],
      "causes": .array(step.parts.map(part)),
      "noise": step.margin.map { margin in
        ["half_width": .decimal(FixedDecimal.text(of: margin)), "show": .string(step.marginText ?? "")]
      } ?? .null,
      "flag": step.flag.map { .string($0.word) } ?? .null,
    ]
  }

  private static func part(_ part: ShownPart) -> JSONValue {
    var fields: [String: JSONValue] = [
      "cause": .string(part.name.word), "detail": part.name.detail.map(JSONValue.string) ?? .null,
      "rows": part.rows.map(JSONValue.integer) ?? .null, "value": .decimal(FixedDecimal.text(of: part.value)),
      "show": .string(part.text), "num": whole(part.exact?.numerator), "den": whole(part.exact?.denominator),
      "dn": millionths(part.numerator), "dw": millionths(part.denominator),
      "range": part.range.map { range in
        [
          "low": .decimal(FixedDecimal.text(of: range.low)), "high": .decimal(FixedDecimal.text(of: range.high)),
          "show": .string(range.text),
        ]
      } ?? .null,
    ]
    if case .fewRows(let causes) = part.name {
      fields["causes"] = .array(causes.map { .string($0.kind.rawValue) })
    }
    return .object(fields)
  }

  private static func whole(_ number: Int128?) -> JSONValue {
    number.map { .decimal(String($0)) } ?? .null
  }

  private static func millionths(_ number: Int128?) -> JSONValue {
    number.map { .decimal(FixedDecimal.text(units: $0, places: 6)) } ?? .null
  }
}

extension StepFlag {
  /// The flag for programs.
  var word: String {
    switch self {
    case .withinNoise: "within_noise"
    case .beyondNoise: "beyond_noise"
    case .restated: "restated"
    }
  }
}

extension PartName {
  /// The key of the configuration or the stage of the method; `nil` for others.
  var detail: String? {
    guard case .cause(let cause) = self, !cause.detail.isEmpty else { return nil }
    return cause.detail
  }
}
