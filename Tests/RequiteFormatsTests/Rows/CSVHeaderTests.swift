import RequiteFormats
import Testing

@Suite struct CSVHeaderTests {
  private func open(_ text: String) throws -> RowReader {
    try RowReader(MemoryStream(text), format: .csv(separator: .comma))
  }

  @Test(arguments: [
    ("", "header-empty", 1),
    ("\n\n\r\n", "header-empty", 1),
    (String(repeating: "\n", count: 200), "header-empty", 1),
    ("a,b,a\n", "header-duplicate-column", 1),
    ("a;b;c\n1;2;3\n", "separator", 1),
    ("a\tb\n", "separator", 1),
    ("sep=,\na,b\n", "separator", 1),
    ("# made by x\na,b\n", "header-comment", 1),
    ("<!DOCTYPE html>\n<html>", "looks-like-html", 1),
    ("  <html><body>502</body></html>", "looks-like-html", 1),
    (#"{"a":1}"#, "looks-like-json", 1),
    (#"[{"a":1}]"#, "looks-like-json", 1),
    ("a,b\0,c\n", "header-control", 1),
    ("\na,\"b\nc\"\n", "header-control", 2),
    ("a,b\"c\n", "header-quote", 1),
    ("\n\n\"a,b\n1,2\n", "open-quote", 3),
    ("a,b\r1,2\r", "line-ends", 1),
  ])
  func aHeaderThatIsNoneRefusesTheFile(text: String, code: String, line: Int) throws {
    let error = #expect(throws: LayoutFailure.self) { try open(text) }
    #expect(error?.code == code)
    #expect(error?.line == line)
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61, 0x00, 0x2C, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0x61, 0x00, 0x2C, 0x00],
      [0x00, 0x61, 0x00, 0x2C],
    ] as [[UInt8]])
  func sixteenBitTextIsRecognised(bytes: [UInt8]) throws {
    let error = #expect(throws: LayoutFailure.self) {
      try RowReader(MemoryStream(bytes), format: .csv(separator: .comma))
    }
    #expect(error?.reason == .utf16)
  }

  @Test func aHeaderInLatin1RefusesTheFile() throws {
    let error = #expect(throws: LayoutFailure.self) {
      try RowReader(MemoryStream([0x61, 0x2C, 0xE9, 0x0A]), format: .csv(separator: .comma))
    }
    #expect(error?.code == "header-encoding")
  }

  @Test func namesAreGivenInTheirOrder() throws {
    var reader = try open("\u{FEFF}\"b\",a,\"with \"\"quotes\"\"\",\r\n")
    #expect(reader.header == ["b", "a", "with \"quotes\"", ""])
    reader.want(["a"])
    #expect(reader.unwanted == ["b", "with \"quotes\""])
    #expect(reader.lines == 1)
  }

  @Test func missingColumnsAreListedWithTheirNearest() throws {
    let reader = try open("Vendor_ID,customer id,\u{200B}score,at\n")
    #expect(reader.missing(from: ["vendor_id", "at", "channel"]) == ["vendor_id", "channel"])
    #expect(reader.nearest(to: "vendor_id") == "Vendor_ID")
    #expect(reader.nearest(to: "customer_id") == "customer id")
    #expect(reader.nearest(to: "score") == "\u{200B}score")
    #expect(reader.nearest(to: "at") == nil)
    let error = #expect(throws: LayoutFailure.self) { try reader.require(["score", "channel"]) }
    #expect(error?.code == "header-missing-column")
    #expect(error?.message == #"header: missing score, channel; nearest found: "\u{200b}score""#)
    try reader.require(["at"])
  }

  @Test func aDuplicateIsNamedOnlyIfItLooksLikeAName() throws {
    let plain = #expect(throws: LayoutFailure.self) { try open("id,score,x,score\n") }
    #expect(plain?.message == "header: the column score is there twice, as number 2 and 4")
    let data = #expect(throws: LayoutFailure.self) { try open("Jo Doe,x,Jo Doe\n") }
    #expect(data?.message == "header: the column is there twice, as number 1 and 3")
  }

  @Test func manyShortPiecesMakeTheSameHeader() throws {
    let stream = MemoryStream(Array("\u{FEFF}\n\"a\nb\",c\n".utf8), pieceSize: 1)
    #expect(throws: LayoutFailure.self) { try RowReader(stream, format: .csv(separator: .comma)) }
    let good = MemoryStream(Array("\u{FEFF}\r\n\"a\",c\r\n1,2".utf8), pieceSize: 1)
    var reader = try RowReader(good, format: .csv(separator: .comma), chunkSize: 1)
    #expect(reader.header == ["a", "c"])
    let result = try KeptRows(&reader)
    #expect(result.rows.map(\.texts) == [["1", "2"]])
  }
}
