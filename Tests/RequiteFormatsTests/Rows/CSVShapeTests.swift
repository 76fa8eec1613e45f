import RequiteFormats
import Testing

/// Rows of CSV that are not simply a header and its rows.
@Suite struct CSVShapeTests {
  private func rows(_ text: String, _ change: (inout CSVShape) -> Void) throws -> KeptRows {
    var shape = CSVShape(separator: .comma)
    shape.takesAnyNames = true
    change(&shape)
    var reader = try RowReader(MemoryStream(text), format: .shaped(shape))
    let columns = reader.header.isEmpty ? shape.names.count : reader.header.count
    reader.want(columns: (0..<columns).map { $0 })
    var kept = KeptRows()
    while let row = try reader.next() { kept.rows.append(KeptRow(row, columns: columns)) }
    (kept.lines, kept.blankLines) = (reader.lines, reader.blankLines)
    return kept
  }

  @Test func rowsAroundTheHeaderArePassedOver() throws {
    let found = try rows("From 1 to 7\n\n\na,b\nlabel a,\"label\nb\"\n1,2\n") {
      $0.headerRow = 2
      $0.droppedRows = 1
    }
    #expect(found.rows.map(\.texts) == [["1", "2"]])
    #expect(found.rows.map(\.line) == [7])
    #expect(found.lines == 7)
  }

  @Test func namesMayBeGivenInstead() throws {
    let found = try rows("1,2\n3,4\n") {
      $0.headerRow = 0
      $0.names = ["a", "b"]
    }
    #expect(found.rows.map(\.texts) == [["1", "2"], ["3", "4"]])
  }

  @Test func aMarkThatIsMissingRefusesTheFile() throws {
    let error = #expect(throws: LayoutFailure.self) {
      try rows("a,b\nx,y\n1,2\n") {
        $0.droppedRows = 1
        $0.mark = CSVShape.Mark(row: 2, text: "ImportId")
      }
    }
    #expect(error?.code == "header-mark")
    #expect(error?.line == 2)
  }

  @Test func shortRowsAreFilledAndEmptyFieldsBeyondTheLastGo() throws {
    let found = try rows("a,b,c\n1\n\"x\"\"y\",2\n1,2,3,,\n1,2,3,4\n") { $0.padsRows = true }
    #expect(found.rows.map(\.texts) == [["1", "", ""], ["x\"y", "2", ""], ["1", "2", "3"], []])
    #expect(found.faults == [nil, nil, nil, .fieldCount(found: 4, expected: 3)])
  }

  @Test func aFooterEndsTheDataButNotTheLines() throws {
    let found = try rows("a,b\n1,2\nTotal: 1\nsaid \"x\nmore,x\n\n3,4\n") { $0.footer = "Total" }
    #expect(found.rows.map(\.texts) == [["1", "2"]])
    #expect(found.lines == 7)
  }

  @Test func namesMayHoldLineBreaksAndComeTwice() throws {
    let found = try rows("\"a\nb\",x,x\n1,2,3\n") { _ in }
    #expect(found.rows.count == 1)
  }
}
