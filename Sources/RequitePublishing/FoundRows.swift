import RequiteModel
import RequiteReporting
import RequiteScoring

/// Rows that were watched, in the words of a diff.
struct FoundRows: CausedRows {
  /// The rows by number.
  let rows: [MeasureKey: [ChangedRow]]

  func forEachRow(of key: MeasureKey, _ body: (CausedRow) throws -> Void) throws {
    for row in rows[key] ?? [] {
      try body(
        CausedRow(
          pseudonym: row.customer.shortText, what: row.kind.rawValue, cause: row.cause,
          before: row.wordBefore, after: row.wordAfter, numerator: Int128(row.numerator),
          denominator: Int128(row.denominator)))
    }
  }
}

extension Pseudonym {
  /// The first twelve hexadecimal digits.
  fileprivate var shortText: String {
    let digits = String(high, radix: 16)
    return String((String(repeating: "0", count: 16 - digits.count) + digits).prefix(12))
  }
}
