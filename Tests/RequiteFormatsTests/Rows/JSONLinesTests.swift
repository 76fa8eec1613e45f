import RequiteFormats
import Testing

@Suite struct JSONLinesTests {
  private static let wanted = ["id", "score", "text"]

  @Test(arguments: [
    (#"{"id":"a","score":9,"text":"x"}"#, ["a", "9", "x"]),
    (#"{"text":"x","score":9,"id":"a"}"#, ["a", "9", "x"]),
    (#" { "id" : "a" , "score" : -1.50e2 } "#, ["a", "-1.50e2", ""]),
    (#"{"id":null,"score":true,"text":false}"#, ["", "true", "false"]),
    (#"{}"#, ["", "", ""]),
    (#"{"\u0069d":"\u00e9\n\"\\\uD83D\uDE00","text":"漢"}"#, ["é\n\"\\😀", "", "漢"]),
    (#"{"other":{"id":[1,{"id":2}]},"id":"a","list":[]}"#, ["a", "", ""]),
    (
      #"{"id":"a longer text, without escapes","text":"with\tescapes and more"}"#,
      ["a longer text, without escapes", "", "with\tescapes and more"]
    ),
  ])
  func anObjectGivesTheWantedValues(line: String, expected: [String]) throws {
    for end in ["", "\n", "\r\n"] {
      let result = try KeptRows(jsonLines: line + end, wanted: Self.wanted)
      #expect(result.rows.map(\.texts) == [expected])
      #expect(result.faults == [nil])
    }
  }

  @Test(
    arguments: [
      (#"{"id":"b",}"#, .syntax), (#"{'id':'b'}"#, .syntax), (#"{"id":NaN}"#, .syntax),
      (#"{"id":"b"} {"id":"c"}"#, .syntax),
      (#"{"id":"b""#, .syntax), (#"{"id":"b"#, .syntax), (#"{"id":}"#, .syntax), (#"{"id" "b"}"#, .syntax),
      ("{\"id\":\"a\tb\"}", .syntax), (#"{"id":"\u0000"}"#, .syntax), (#"{"other":"\u0000"}"#, .syntax),
      (#"{"id":01}"#, .syntax), (#"{"other":[1,]}"#, .syntax), ("null x", .syntax), ("a,b,c", .syntax),
      (#"{"id":1,"id":2}"#, .duplicateKey), (#"{"id":1,"\u0069d":2}"#, .duplicateKey),
      (#"{"x":1,"x":2}"#, .duplicateKey), (#"{"o":{"x":1,"y":2,"x":3}}"#, .duplicateKey),
      ("[1,2]", .notAnObject), ("null", .notAnObject), ("7", .notAnObject), (#""text""#, .notAnObject),
      (#"{"score":[9]}"#, .wrongType(column: 1)), (#"{"id":"b","text":{}}"#, .wrongType(column: 2)),
      (#"{"text":"\uD800"}"#, .surrogate), (#"{"o":["\uDC00"]}"#, .surrogate),
    ] as [(String, RowFault.JSONFault)])
  func aBadLineIsAFaultAndTheNextOneIsRead(line: String, fault: RowFault.JSONFault) throws {
    let text = #"{"id":"a"}"# + "\n" + line + "\r\n" + #"{"id":"z"}"#
    let result = try KeptRows(jsonLines: text, wanted: Self.wanted)
    #expect(result.faults == [nil, .json(fault), nil])
    #expect(result.rows.last?.texts == ["z", "", ""])
    #expect(result.rows.map(\.line) == [1, 2, 3])
  }

  @Test func nestingBeyondSixtyFourLevelsIsAFault() throws {
    func line(_ depth: Int) -> String {
      #"{"o":"# + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}\n"
    }
    let result = try KeptRows(
      jsonLines: line(63) + line(64) + #"{"o":"# + String(repeating: "[", count: 100_000) + "\n", wanted: ["id"])
    #expect(result.faults == [nil, .json(.depth), .json(.depth)])
  }

  @Test func bytesThatAreNotUTF8AreAFault() throws {
    let text = Array("{\"id\":\"é\"}\n{\"id\":\"".utf8) + [0xC3] + Array("\"}\n{\"id\":1}\n".utf8)
    let result = try KeptRows(jsonLines: text, wanted: ["id"])
    #expect(result.faults == [nil, .encoding(offset: 7), nil])
  }

  @Test func placesAndCountsAreThoseOfTheText() throws {
    let text = "\u{FEFF}\n{\"id\":1}\r\n \t\r\n\n{\"id\":2}"
    let result = try KeptRows(jsonLines: text, wanted: ["id"])
    #expect(result.rows.map(\.line) == [2, 5])
    #expect(result.rows.map(\.byteOffset) == [4, 19])
    #expect(result.rows.map(\.byteLength) == [8, 8])
    #expect(result.lines == 5)
    #expect(result.blankLines == 3)
  }

  @Test(arguments: [
    ("[\n{\"id\":1}\n]\n", "json-document"), ("[{\"id\":1}]", "json-document"),
    ("{\n  \"id\": 1\n}\n", "json-document"),
    ("id,score\n1,9\n", "not-json-lines"), ("\"id\",\"score\"\n", "not-json-lines"), ("<html>", "looks-like-html"),
    ("{\"id\":1}\r{\"id\":2}\r", "line-ends"),
  ])
  func anotherFormatRefusesTheFile(text: String, code: String) throws {
    do {
      #expect(try KeptRows(jsonLines: text, wanted: ["id"]).failure?.code == code)
    } catch let error as LayoutFailure {
      #expect(error.code == code)
    }
  }

  @Test func sixteenBitTextIsRecognised() throws {
    let error = #expect(throws: LayoutFailure.self) {
      try RowReader(MemoryStream([0xFF, 0xFE, 0x7B, 0x00]), format: .jsonLines)
    }
    #expect(error?.reason == .utf16)
  }

  @Test func theFirstLinesKeysStandForAHeader() throws {
    var reader = try RowReader(MemoryStream("\n{\"b\":1,\"a\":[2]}\n{\"c\":1}\n"), format: .jsonLines)
    #expect(reader.header == ["b", "a"])
    #expect(reader.missing(from: ["c"]).isEmpty)
    _ = try KeptRows(&reader, wanted: ["b"])
    #expect(reader.unwanted == ["a", "c"])
    #expect(reader.column(of: .json(.wrongType(column: 0))) == "b")
  }

  @Test func unwantedKeysAreListedUpToAHundred() throws {
    let keys = (0..<150).map { "k\(1000 + $0)" }
    let line = "{" + keys.reversed().map { "\"\($0)\":1" }.joined(separator: ",") + "}\n"
    var reader = try RowReader(MemoryStream(line + line), format: .jsonLines)
    let result = try KeptRows(&reader, wanted: ["k1149"])
    #expect(result.rows.map(\.texts) == [["1"], ["1"]])
    #expect(reader.unwanted.count == 100)
    #expect(reader.unwanted == Array(keys[49..<149]))
  }

  @Test func aKeyBeyondTheHundredIsStillFoundTwice() throws {
    let keys = (0..<150).map { "\"k\($0)\":1" }.joined(separator: ",")
    let result = try KeptRows(jsonLines: "{\(keys),\"k149\":2}\n{\(keys)}\n", wanted: ["id"])
    #expect(result.faults == [.json(.duplicateKey), nil])
  }

  @Test func longLinesAndFieldsAreFaults() throws {
    var limits = RowLimits()
    limits.record = 60
    limits.field = 20
    let good = "{\"id\":\"\(String(repeating: "x", count: 20))\"}\n"
    let field = "{\"id\":\"\(String(repeating: "x", count: 21))\"}\n"
    let row = "{\"id\":\"\(String(repeating: "x", count: 5000))\"}\r\n"
    for chunkSize in [1, 7, 64, 10_000] {
      var reader = try RowReader(
        MemoryStream(good + field + row + good), format: .jsonLines, limits: limits, chunkSize: chunkSize)
      let result = try KeptRows(&reader, wanted: ["id"])
      #expect(result.faults == [nil, .tooLong, .tooLong, nil])
      #expect(result.rows[2].byteLength == 5009)
      #expect(result.rows[3].line == 4)
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64, 4096])
  func piecesOfAnySizeMakeTheSameRows(chunkSize: Int) throws {
    var random = SplitMix(seed: 7)
    let lines = (0..<200).map { index -> String in
      let ends = ["\n", "\r\n", "\n\n"]
      let bodies = [
        "{\"id\":\"\(index)\",\"score\":\(index % 11)}",
        "{\"score\":null,\"x\":{\"y\":[1]},\"id\":\"\\u00e9\(index)\"}",
        "{\"id\":\(index)", "[]", "{\"id\":\"wörter\",\"id\":1}",
      ]
      return bodies.randomElement(using: &random)! + ends.randomElement(using: &random)!
    }
    let text = "{\"id\":0}\n" + lines.joined()
    let whole = try KeptRows(jsonLines: text, wanted: Self.wanted)
    var reader = try RowReader(MemoryStream(text), format: .jsonLines, chunkSize: chunkSize)
    let pieces = try KeptRows(&reader, wanted: Self.wanted)
    #expect(pieces.rows == whole.rows)
    #expect(whole.rows.count == 201)
    #expect(pieces.lines == whole.lines && pieces.blankLines == whole.blankLines)
  }
}
