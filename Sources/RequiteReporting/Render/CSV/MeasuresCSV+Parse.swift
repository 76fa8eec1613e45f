import RequiteModel

extension MeasuresCSV {
  /// The measures of a file that `render` wrote.
  ///
  /// Strict, because a version's files are only ever written by us: the columns of this version, rows in order and
  /// without repetition, plain decimal numbers, known reasons.
  public static func parse(_ bytes: [UInt8]) throws(MeasuresFault) -> [Measure] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw MeasuresFault(row: 1, message: "not UTF-8")
    }
    let rows = try CSVRows.read(text)
    guard rows.first == columns else { throw MeasuresFault(row: 1, message: "not the columns of measures.csv") }
    var measures: [Measure] = []
    measures.reserveCapacity(rows.count - 1)
    for (index, fields) in rows.enumerated().dropFirst() {
      let measure = try measure(of: fields, row: index + 1)
      if let last = measures.last, !(last.key < measure.key) {
        throw MeasuresFault(row: index + 1, message: "out of order, or a repetition")
      }
      measures.append(measure)
    }
    return measures
  }

  private static func measure(of fields: [String], row: Int) throws(MeasuresFault) -> Measure {
    guard fields.count == columns.count else {
      throw MeasuresFault(row: row, message: "\(fields.count) fields instead of \(columns.count)")
    }
    guard let n = Int64(fields[11]), n >= 0, String(n) == fields[11] else {
      throw MeasuresFault(row: row, message: "n is not a count")
    }
    let reason = Reason(rawValue: fields[12])
    guard reason != nil || fields[12].isEmpty else {
      throw MeasuresFault(row: row, message: "the reason is not known to this version of Requite")
    }
    let texts = fields[0..<5].map(CSVField.unguarded)
    let key = MeasureKey(
      vendor: texts[0], dimension: texts[1], level: texts[2], period: texts[3], metric: texts[4])
    return Measure(
      key: key, estimate: try number(5, of: fields, row: row), standardError: try number(6, of: fields, row: row),
      low: try number(7, of: fields, row: row), high: try number(8, of: fields, row: row),
      numerator: try number(9, of: fields, row: row), denominator: try number(10, of: fields, row: row), n: n,
      reason: reason)
  }

  private static func number(_ column: Int, of fields: [String], row: Int) throws(MeasuresFault) -> Double? {
    if fields[column].isEmpty { return nil }
    guard let value = FixedDecimal.value(of: fields[column]) else {
      throw MeasuresFault(row: row, message: "\(columns[column]) is not a number")
    }
    return value
  }
}
