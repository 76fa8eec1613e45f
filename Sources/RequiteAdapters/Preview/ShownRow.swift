import RequiteFormats
import RequiteIngest
import RequiteModel

/// A canonical row as it is shown to somebody who tries an adapter or asks after a line.
///
/// It holds what stands in the dump: it is printed and forgotten, never kept.
package struct ShownRow: Hashable {
  /// Where the row of the source stands.
  package let place: SourcePlace
  /// How many lines that is long.
  package let lineSpan: Int
  /// What became of it.
  package let outcome: RowWitness.Outcome
  /// The content of each column, in the order of `columns`; none for a row that never was one.
  package let contents: [String]

  init(_ witness: RowWitness, columns: [String]) {
    place = witness.place
    lineSpan = witness.lineSpan
    outcome = witness.outcome
    contents =
      witness.row.map { row in
        columns.indices.map { ShownRow.shown(row.field($0).string, in: columns[$0]) }
      } ?? []
  }

  /// What became of it, in a word or two.
  package var verdict: String {
    switch outcome {
    case .accepted: "accepted"
    case .leftOut(let rule): "filtered: \(rule)"
    case .setAside(let breach): "quarantined: \(breach.rule)"
    }
  }

  /// Seconds since 1970 as a time that can be read.
  private static func shown(_ text: String, in column: String) -> String {
    guard ["at", "responded_at", "invited_at", "due_at", "requested_at"].contains(column), let seconds = Int64(text),
      (-62_135_596_800...253_402_300_799).contains(seconds)
    else { return text }
    return Instant(seconds: seconds).description
  }
}
