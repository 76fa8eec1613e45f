import RequiteModel

extension MeasuresCSV {
  /// Which rows of a table a reader wants.
  public enum Part: Sendable {
    /// All of them.
    case all
    /// Each vendor as a whole over the whole window: what a summary shows, a small part of a large table.
    case headlines
    /// Each vendor as a whole over the window and in every period: what a page compares with the version before.
    case wholes
  }

  /// The measures of a file that `render` wrote.
  ///
  /// Strict, because a version's files are only ever written by us: the columns of this version, rows in order and
  /// without repetition, plain decimal numbers, known reasons. Rows that are not wanted are passed over after a look at
  /// their dimension and period.
  public static func parse(_ bytes: [UInt8], part: Part = .all) throws(MeasuresFault) -> [Measure] {
    var rows = MeasureRows(part: part)
    try rows.readHeader(bytes.span)
    while try rows.readRow(bytes.span) {}
    return rows.measures
  }
}

/// The rows of a table on their way to measures.
private struct MeasureRows {
  private(set) var measures: [Measure] = []
  private let part: MeasuresCSV.Part
  private var cursor = CSVCursor()
  private var texts = TextCache()

  init(part: MeasuresCSV.Part) {
    self.part = part
  }

  mutating func readHeader(_ bytes: Span<UInt8>) throws(MeasuresFault) {
    var fields: [String] = []
    repeat { fields.append(try text(of: try cursor.field(of: bytes), bytes)) } while try cursor.takeComma(in: bytes)
    guard fields == MeasuresCSV.columns else { throw cursor.fault("not the columns of measures.csv") }
    cursor.beginRow()
  }

  private func isWanted(_ key: MeasureKey) -> Bool {
    switch part {
    case .all: true
    case .headlines: key.dimension == "all" && key.period == "window"
    case .wholes: key.dimension == "all"
    }
  }

  /// Reads a row; whether there was one.
  mutating func readRow(_ bytes: Span<UInt8>) throws(MeasuresFault) -> Bool {
    guard !cursor.isAtEnd(of: bytes) else { return false }
    var key = MeasureKey(
      vendor: try name(bytes), dimension: try name(bytes), level: try name(bytes), period: try name(bytes), metric: "")
    if isWanted(key) {
      key.metric = try name(bytes)
      try append(try measure(of: key, bytes))
    } else {
      try skipRest(bytes)
    }
    cursor.beginRow()
    return true
  }

  /// What stands behind the key.
  private mutating func measure(of key: MeasureKey, _ bytes: Span<UInt8>) throws(MeasuresFault) -> Measure {
    let measure = Measure(
      key: key, estimate: try number(5, bytes), standardError: try number(6, bytes), low: try number(7, bytes),
      high: try number(8, bytes),
      numerator: try number(9, bytes), denominator: try number(10, bytes), n: try count(bytes),
      reason: try reason(bytes))
    guard try !cursor.takeComma(in: bytes) else {
      try skipRest(bytes)
      throw wrongNumberOfFields
    }
    return measure
  }

  private mutating func append(_ measure: Measure) throws(MeasuresFault) {
    if let last = measures.last, !last.key.precedes(measure.key) {
      throw cursor.fault("out of order, or a repetition")
    }
    measures.append(measure)
  }

  private mutating func skipRest(_ bytes: Span<UInt8>) throws(MeasuresFault) {
    repeat { _ = try cursor.field(of: bytes) } while try cursor.takeComma(in: bytes)
  }

  // MARK: Fields

  /// A field with others behind it.
  private mutating func field(_ bytes: Span<UInt8>) throws(MeasuresFault) -> CSVCursor.Field {
    let field = try cursor.field(of: bytes)
    guard try cursor.takeComma(in: bytes) else { throw wrongNumberOfFields }
    return field
  }

  private mutating func name(_ bytes: Span<UInt8>) throws(MeasuresFault) -> String {
    CSVField.unguarded(try text(of: try field(bytes), bytes))
  }

  private mutating func number(_ column: Int, _ bytes: Span<UInt8>) throws(MeasuresFault) -> Double? {
    let field = try field(bytes)
    if field.range.isEmpty { return nil }
    guard let value = FixedDecimal.value(of: bytes.extracting(field.range)) else {
      throw cursor.fault("\(MeasuresCSV.columns[column]) is not a number")
    }
    return value
  }

  private mutating func count(_ bytes: Span<UInt8>) throws(MeasuresFault) -> Int64 {
    let text = try text(of: try field(bytes), bytes)
    guard let n = Int64(text), n >= 0, String(n) == text else { throw cursor.fault("n is not a count") }
    return n
  }

  /// The last field.
  private mutating func reason(_ bytes: Span<UInt8>) throws(MeasuresFault) -> Reason? {
    let field = try cursor.field(of: bytes)
    if field.range.isEmpty { return nil }
    guard let reason = Reason(rawValue: try text(of: field, bytes)) else {
      throw cursor.fault("the reason is not known to this version of Requite")
    }
    return reason
  }

  private mutating func text(of field: CSVCursor.Field, _ bytes: Span<UInt8>) throws(MeasuresFault) -> String {
    guard let text = texts.text(of: bytes.extracting(field.range)) else { throw cursor.fault("not UTF-8") }
    guard field.hasQuotes else { return text }
    var isSecond = false
    let single = text.unicodeScalars.filter { scalar in
      isSecond = scalar == "\"" && !isSecond
      return scalar != "\"" || isSecond
    }
    return String(String.UnicodeScalarView(single))
  }

  private var wrongNumberOfFields: MeasuresFault { cursor.wrongNumberOfFields(needed: MeasuresCSV.columns.count) }
}
