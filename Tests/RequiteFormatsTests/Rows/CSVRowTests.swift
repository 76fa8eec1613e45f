import RequiteFormats
import Testing

@Suite struct CSVRowTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [["1", "2"]]),
    ("a,b\n1,2", [["1", "2"]]),
    ("a,b\r\n1,2\r\n3,4\r\n", [["1", "2"], ["3", "4"]]),
    ("a,b\r\n1,2\n3,4\r\n5,6", [["1", "2"], ["3", "4"], ["5", "6"]]),
    ("a,b\n1,2\r", [["1", "2"]]),
    ("a,b\n\"1\",\"2\"\r", [["1", "2"]]),
    ("a,b\n", []),
    ("a,b", []),
    ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
    ("\n\r\na,b\n\n1,2\n\r\n3,4\n\n", [["1", "2"], ["3", "4"]]),
    ("a,b\n,\n", [["", ""]]),
    ("a,b\n\"\",\"\"\n", [["", ""]]),
    ("a\n\"\"\n", [[""]]),
    ("a,b\n\"x,y\",\"line one\nline two\r\nthree\"\n", [["x,y", "line one\nline two\r\nthree"]]),
    ("a,b\n\"say \"\"yes\"\"\",\"\"\"\"\n", [["say \"yes\"", "\""]]),
    ("a,b\n\"\"\"\",\"\"\"\"\"\"\n", [["\"", "\"\""]]),
    ("\"a\",\"b\"\n1,2\n", [["1", "2"]]),
    ("a,b\n x , y \n", [[" x ", " y "]]),
    ("a,b\né,漢字😀\n", [["é", "漢字😀"]]),
    ("a,b\nx\u{2028}y\u{85},\u{b}\u{c}\n", [["x\u{2028}y\u{85}", "\u{b}\u{c}"]]),
    ("a,b\nx\ry,2\n", [["x\ry", "2"]]),
    ("a,b\n\"x\ry\",\"\r\"\r\n", [["x\ry", "\r"]]),
    ("a,b\n1,2\0\n", [["1", "2\0"]]),
  ])
  func goodRowsGiveTheirFields(text: String, expected: [[String]]) throws {
    let result = try KeptRows(csv: text)
    #expect(result.rows.map(\.texts) == expected)
    #expect(result.faults.allSatisfy { $0 == nil })
    #expect(result.failure == nil)
  }

  @Test(arguments: [
    ("1\n", RowFault.fieldCount(found: 1, expected: 3)),
    ("1,2,3,4\n", .fieldCount(found: 4, expected: 3)),
    ("1,2,3,\r\n", .fieldCount(found: 4, expected: 3)),
    (" \n", .fieldCount(found: 1, expected: 3)),
    ("1,a\"b,3\n", .strayQuote(column: 1)),
    ("1,2,3\"\n", .strayQuote(column: 2)),
    ("\"1\"x,2,3\n", .strayQuote(column: 0)),
    ("1,\"2\" ,3\n", .strayQuote(column: 1)),
    ("1, \"2\",3\n", .strayQuote(column: 1)),
    ("1,\"a\\\"b\",3\n", .strayQuote(column: 1)),
    ("1,\"2\",\"3\"\"\"x\n", .strayQuote(column: 2)),
    ("1,a\"\"b,3\n", .strayQuote(column: 1)),
  ])
  func aBadRowIsAFaultAndTheNextOneIsRead(row: String, fault: RowFault) throws {
    let result = try KeptRows(csv: "a,b,c\n1,2,3\n" + row + "4,5,6\n")
    #expect(result.faults == [nil, fault, nil])
    #expect(result.rows.last?.texts == ["4", "5", "6"])
    #expect(result.failure == nil)
  }

  @Test(
    arguments: [
      ([0xE9], 2), ([0x61, 0xC0, 0xAF], 3), ([0xED, 0xA0, 0x80], 2), ([0xC3], 2), ([0xF5, 0x80, 0x80, 0x80], 2),
      ([0xE2, 0x82], 2), ([0xC3, 0xA9, 0x80], 4),
    ] as [([UInt8], Int)])
  func aRowThatIsNotUTF8IsAFaultWithItsPlace(bytes: [UInt8], offset: Int) throws {
    let text = Array("a,b,c\né,2,3\n".utf8) + Array("1,".utf8) + bytes + Array(",3\n4,5,6\n".utf8)
    let result = try KeptRows(csv: text)
    #expect(result.faults == [nil, .encoding(offset: offset), nil])
  }

  @Test func placesAreThoseOfTheText() throws {
    let text = "\u{FEFF}a,b\r\n\r\n1,\"x\ny\n\"\n\n22,\"\"\r\nz\"z,1\n3,4"
    let result = try KeptRows(csv: text)
    #expect(result.rows.map(\.line) == [3, 7, 8, 9])
    #expect(result.rows.map(\.lineSpan) == [3, 1, 1, 1])
    #expect(result.rows.map(\.byteOffset) == [10, 20, 27, 33])
    #expect(result.rows.map(\.byteLength) == [8, 5, 5, 3])
    #expect(result.faults == [nil, nil, .strayQuote(column: 0), nil])
    #expect(result.lines == 9)
    #expect(result.blankLines == 2)
  }

  @Test func otherSeparatorsAreReadWhenAskedFor() throws {
    for separator in [Separator.semicolon, .tab] {
      let mark = String(decoding: [separator.rawValue], as: UTF8.self)
      let text = "a\(mark)b\n1,1\(mark)\"x\(mark)y\"\n"
      let result = try KeptRows(csv: text, separator: separator)
      #expect(result.rows.map(\.texts) == [["1,1", "x\(mark)y"]])
    }
  }

  @Test func wantedColumnsComeInTheOrderAsked() throws {
    var reader = try RowReader(MemoryStream("a,b,c\n1,2,3\n"), format: .csv(separator: .comma))
    let result = try KeptRows(&reader, wanted: ["c", "nowhere", "a"])
    #expect(result.rows.map(\.texts) == [["3", "", "1"]])
    #expect(reader.unwanted == ["b"])
    #expect(reader.column(of: .strayQuote(column: 1)) == "b")
  }

  @Test func anOpenQuoteAtTheEndRefusesTheFile() throws {
    let result = try KeptRows(csv: "a,b\n1,2\n3,\"x\n4,5\n6,7\n")
    #expect(result.rows.map(\.texts) == [["1", "2"]])
    #expect(result.failure?.reason == .openQuote)
    #expect(result.failure?.line == 3)
  }

  @Test func theLineOfAnOpenQuoteIsThatOfTheQuote() throws {
    let result = try KeptRows(csv: "a,b\n\"x\ny\",\"open\n")
    #expect(result.failure?.line == 3)
  }

  @Test func returnsInPlaceOfLineEndsRefuseTheFile() throws {
    #expect(throws: LayoutFailure.self) { try KeptRows(csv: "a,b\r1,2\r3,4\r") }
    let result = try KeptRows(csv: "a,b\n1,2\n3,4\r5,6\n")
    #expect(result.failure?.reason == .lineEnds)
    #expect(result.failure?.line == 3)
    #expect(try KeptRows(csv: "a,b\n1,\"2\"\r\r\n").failure?.reason == .lineEnds)
  }
}
