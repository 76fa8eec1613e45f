import RequiteFormats
import RequiteModel

/// The diff for programs, as canonical JSON: schema `requite.diff/2`.
///
/// Every other rendering shows what stands here. Numbers are those of `measures.csv`, digit by digit; parts of causes are
/// exact fractions; `show` is what people read, and what they read adds up. Texts are exact, whatever they hold.
public struct DiffJSON {
  /// The schema named in every diff; a reader refuses a higher number.
  public static let schema = "requite.diff/2"

  private let diff: VersionDiff
  private let selection: DiffSelection
  private let verdict: GateVerdict?
  private let segments: [SegmentTable]
  private let rows: [RowTable]

  /// Writes what `selection` chooses of `diff`, with whatever was asked for beside it.
  public init(
    _ diff: VersionDiff, _ selection: DiffSelection = DiffSelection(dimensions: nil), verdict: GateVerdict? = nil,
    segments: [SegmentTable] = [], rows: [RowTable] = []
  ) {
    self.diff = diff
    self.selection = selection
    self.verdict = verdict
    self.segments = segments
    self.rows = rows
  }

  /// The diff's bytes, with a final newline.
  ///
  /// Versions that do not differ give a diff with an empty list of measures.
  public var bytes: [UInt8] { value.canonical() + [0x0A] }

  /// The diff as a document.
  var value: JSONValue {
    let counts = MeasureDiff.Kind.allCases.map { ($0.rawValue, JSONValue.integer(Int64(diff.numbers.count($0)))) }
    return [
      "schema": .string(DiffJSON.schema), "a": .string(diff.before), "b": .string(diff.after),
      "period": .string(diff.period), "coordinates": CoordinateJSON.value(of: diff.coordinates),
      "counts": .object(Dictionary(uniqueKeysWithValues: counts)),
      "causes": [
        "known": .bool(diff.causesUnknown == nil), "reason": diff.causesUnknown.map(JSONValue.string) ?? .null,
        "forgotten": .array(diff.forgotten.map(DiffJSON.forgotten)),
        "order": .string(diff.isOrderFree ? "shapley" : "path"),
      ],
      "facts": .array(diff.facts.map(DiffJSON.fact)),
      "measures": .array(diff.entries.filter(selection.contains).map { EntryJSON.value(of: $0, only: selection.step) }),
      "segments": .array(segments.map(SegmentJSON.value)), "rows": .array(rows.map(RowJSON.value)),
      "thresholds": verdict.map(GateJSON.value) ?? .null,
    ]
  }

  private static func forgotten(_ rows: ForgottenRows) -> JSONValue {
    ["version": .string(rows.version), "rows": .integer(rows.rows), "date": .string(rows.date)]
  }

  private static func fact(_ fact: FactChange) -> JSONValue {
    [
      "coordinate": .string(fact.cause.coordinate.rawValue), "cause": .string(fact.cause.kind.rawValue),
      "kind": .string(fact.kind.rawValue), "count": .integer(fact.count),
    ]
  }
}
