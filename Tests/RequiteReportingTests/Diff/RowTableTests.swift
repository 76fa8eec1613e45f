import RequiteModel
import RequiteReporting
import Testing

@Suite struct RowTableTests {
  private struct Rows: CausedRows {
    let rows: [CausedRow]

    func forEachRow(of key: MeasureKey, _ body: (CausedRow) throws -> Void) throws {
      for row in rows { try body(row) }
    }
  }

  @Test func theRowsWithTheLargestPartsComeFirst() throws {
    let table = try table(minimum: 1, count: 2)
    #expect(table?.lines.map(\.row.pseudonym) == ["aaaaaaaaaaaa", "bbbbbbbbbbbb"])
    // A detractor who came late to 32.5 … 29.5, at 809 on the mean: −(100 + 30.98) / 809.
    #expect(table?.lines.map(\.text) == ["-0.162", "+0.124"])
    #expect(table?.unlisted == 1)
  }

  @Test func rowsOfACauseOfFewRowsAreLeftOut() throws {
    #expect(try table(minimum: 10, count: 9)?.lines.map(\.row.pseudonym) == ["aaaaaaaaaaaa"])
    #expect(try table(minimum: 1000, count: 9) == nil)
    #expect(try table(minimum: 10, count: 9, reveals: true)?.lines.count == 3)
  }

  private func table(minimum: Int64, count: Int, reveals: Bool = false) throws -> RowTable? {
    let entry = try #require(WorkedExample.diff(minimum: minimum).entries.first { $0.key == WorkedExample.nps })
    let rows = Rows(rows: [
      row("b", .corrected, 1, 0, "passive", "promoter"), row("a", .late, -1, 1, nil, "detractor"),
      row("c", .removed, -1, -1, "promoter", nil),
    ])
    return try RowTable(entry, from: rows, count: count, reveals: reveals)
  }

  private func row(
    _ letter: String, _ kind: Cause.Kind, _ numerator: Int128, _ denominator: Int128, _ before: String?,
    _ after: String?
  ) -> CausedRow {
    CausedRow(
      pseudonym: String(repeating: letter, count: 12), what: "response", cause: Cause(.knowledge, kind), before: before,
      after: after, numerator: numerator * 1_000_000, denominator: denominator * 1_000_000)
  }
}
