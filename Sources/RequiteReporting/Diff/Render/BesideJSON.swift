import RequiteFormats
import RequiteModel

/// A cut by segments as JSON: another cut of the same change.
enum SegmentJSON {
  static func value(of table: SegmentTable) -> JSONValue {
    [
      "vendor": .string(table.key.vendor), "metric": .string(table.key.metric),
      "dimension": .string(table.dimension), "change": .string(table.changeText),
      "rate": part(table.rate), "mix": part(table.mix), "levels": .array(table.levels.map(level)),
    ]
  }

  private static func level(_ level: SegmentTable.Level) -> JSONValue {
    [
      "level": .string(level.name),
      "a": ["share": .decimal(FixedDecimal.text(of: level.shares.before)), "show": .string(level.values.before)],
      "b": ["share": .decimal(FixedDecimal.text(of: level.shares.now)), "show": .string(level.values.now)],
      "rate": part(level.rate), "mix": part(level.mix),
    ]
  }

  private static func part(_ part: SegmentTable.Part) -> JSONValue {
    ["value": .decimal(FixedDecimal.text(of: part.value)), "show": .string(part.text)]
  }
}

/// Single rows as JSON: pseudonyms only.
enum RowJSON {
  static func value(of table: RowTable) -> JSONValue {
    [
      "vendor": .string(table.key.vendor), "dimension": .string(table.key.dimension),
      "level": .string(table.key.level), "metric": .string(table.key.metric), "unlisted": .integer(table.unlisted),
      "rows": .array(table.lines.map(line)),
    ]
  }

  private static func line(_ line: RowTable.Line) -> JSONValue {
    [
      "row": .string(line.row.pseudonym), "what": .string(line.row.what),
      "coordinate": .string(line.row.cause.coordinate.rawValue), "cause": .string(line.row.cause.kind.rawValue),
      "a": line.row.before.map(JSONValue.string) ?? .null, "b": line.row.after.map(JSONValue.string) ?? .null,
      "value": .decimal(FixedDecimal.text(of: line.points)), "show": .string(line.text),
    ]
  }
}

/// What tripped as JSON.
enum GateJSON {
  static func value(of verdict: GateVerdict) -> JSONValue {
    [
      "fails": .bool(verdict.fails), "unjudged": .integer(Int64(verdict.unjudged)),
      "tripped": .array(verdict.trips.map(trip)),
    ]
  }

  private static func trip(_ trip: GateVerdict.Trip) -> JSONValue {
    [
      "line": .integer(Int64(trip.line)), "level": .string(trip.level.rawValue), "what": .string(trip.text),
      "vendor": trip.key.map { .string($0.vendor) } ?? .null, "metric": trip.key.map { .string($0.metric) } ?? .null,
      "dimension": trip.key.map { .string($0.dimension) } ?? .null,
      "level_of_dimension": trip.key.map { .string($0.level) } ?? .null,
      "period": trip.key.map { .string($0.period) } ?? .null,
    ]
  }
}
