import RequiteFormats
import Testing

@Suite struct FieldTests {
  /// Calls `body` with a field that has this content.
  private func withField(_ content: String, _ body: (Bytes) throws -> Void) throws {
    let quoted = "\"" + content + "\""
    var reader = try RowReader(MemoryStream("a,b\n\(quoted),\(quoted)\n"), format: .csv(separator: .comma))
    reader.want(["b"])
    let row = try #require(try reader.next())
    try body(row.field(0))
  }

  @Test func aFieldIsComparedByItsBytes() throws {
    try withField("e\u{301}x") { field in
      #expect(field == "e\u{301}x")
      #expect(!(field == "\u{e9}x"))
      #expect(!(field == "e\u{301}"))
      #expect(field == Array("e\u{301}x".utf8))
      #expect(!(field == [1, 2]))
      #expect(field == field)
      #expect(field.string.utf8.elementsEqual("e\u{301}x".utf8))
      #expect(field.count == 4 && !field.isEmpty && field[3] == 0x78)
      #expect(field.withUnsafeBytes { Array($0) } == Array("e\u{301}x".utf8))
    }
    try withField("") { field in
      #expect(field == "" && field == [] && field.isEmpty && field.string == "")
    }
  }

  @Test(
    arguments: [
      ("", nil, nil), ("plain text of more than eight bytes, é漢😀", nil, nil),
      ("a\nb", 1, nil), ("a\tb", 1, nil), ("12345678\r", 8, nil), ("a\tb\u{1}", 1, 3), ("1234567890123456\0", 16, 16),
      ("\u{7f}", 0, 0), ("12345678901\u{1b}[2J", 11, 11), ("\n\n\n\n\n\n\n\n\n\u{b}", 0, 9),
      ("x\u{85}\u{2028}", nil, nil),
    ] as [(String, Int?, Int?)])
  func controlCharactersAreFound(content: String, anywhere: Int?, inText: Int?) throws {
    try withField(content) { field in
      #expect(field.firstControl == anywhere)
      #expect(field.firstControlInText == inText)
    }
  }

  @Test func rulesHaveStableNames() {
    let faults: [RowFault] = [
      .fieldCount(found: 1, expected: 2), .strayQuote(column: 0), .encoding(offset: 0), .tooLong, .json(.syntax),
      .json(.duplicateKey), .json(.notAnObject), .json(.depth), .json(.surrogate), .json(.wrongType(column: 0)),
    ]
    #expect(
      faults.map(\.rule) == [
        "csv.field-count", "csv.stray-quote", "encoding.utf8", "row.too-long", "json.syntax", "json.duplicate-key",
        "json.not-an-object", "json.depth", "json.surrogate", "json.type",
      ])
    #expect(faults[0].description == "found 1 fields of 2")
  }
}
