import RequiteFormats
import Testing

@Suite struct JSONParserTests {
  @Test(arguments: [
    ("null", JSONValue.null),
    (" true\r\n", .bool(true)),
    ("false", .bool(false)),
    ("0", .integer(0)),
    ("-0", .integer(0)),
    ("9223372036854775807", .integer(.max)),
    ("-9223372036854775808", .integer(.min)),
    ("9223372036854775808", .decimal("9223372036854775808")),
    ("1.50", .decimal("1.50")),
    ("1e400", .decimal("1e400")),
    ("-0.0E+1", .decimal("-0.0E+1")),
    (#""""#, .string("")),
    (#""a\"\\\/\b\f\n\r\t""#, .string("a\"\\/\u{8}\u{c}\n\r\t")),
    (#""\u0041\u00e9\u20ac\uD83D\uDE00\u0000""#, .string("Aé€😀\0")),
    (#""café, longer than eight bytes""#, .string("café, longer than eight bytes")),
    ("[]", .array([])),
    ("[ 1 ,[ ] ]", .array([1, []])),
    ("{}", .object([:])),
    (#"{ "b" : 1 , "a" : [ null ] }"#, .object(["b": 1, "a": [nil]])),
    (#"{"\u0061":1,"":2}"#, .object(["a": 1, "": 2])),
  ])
  func validTextsAreRead(text: String, expected: JSONValue) throws {
    #expect(try JSONValue(parsing: Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    ("", 0), (" ", 1), ("nul", 3), ("nulL", 3), ("True", 0), ("01", 1), ("-", 1), ("+1", 0), (".5", 0), ("1.", 2),
    ("1.e1", 2), ("1e", 2), ("0x1", 1), ("NaN", 0), ("[1,]", 3), ("[1 2]", 3), ("[", 1), ("]", 0), ("{", 1),
    (#"{"a"}"#, 4), (#"{"a":}"#, 5), (#"{"a":1,}"#, 7), ("{a:1}", 1), ("{'a':1}", 1), (#""a"#, 2), (#""\x""#, 2),
    (#""\u12G4""#, 5), ("\"a\nb\"", 2), ("\"\u{1}\"", 1), ("1 2", 2), ("{}x", 2), ("// c\n1", 0), ("\u{FEFF}1", 0),
  ])
  func badSyntaxIsRefusedWithItsPlace(text: String, offset: Int) {
    #expect(throws: JSONError(.syntax, at: offset)) { try JSONValue(parsing: Array(text.utf8)) }
  }

  @Test(arguments: [
    (#"{"a":1,"a":2}"#, JSONError(.duplicateKey, at: 7)),
    (#"{"a":1,"\u0061":2}"#, JSONError(.duplicateKey, at: 7)),
    (#"[{"b":{"a":1,"c":2,"a":3}}]"#, JSONError(.duplicateKey, at: 19)),
    (#""\uD800""#, JSONError(.surrogate, at: 1)),
    (#""\uD800\u0041""#, JSONError(.surrogate, at: 1)),
    (#""x\uDC00""#, JSONError(.surrogate, at: 2)),
  ])
  func doubtfulTextsAreRefusedWithTheirReason(text: String, expected: JSONError) {
    #expect(throws: expected) { try JSONValue(parsing: Array(text.utf8)) }
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xC3, 0x22],
    ] as [[UInt8]])
  func textThatIsNotUTF8IsRefused(bytes: [UInt8]) {
    #expect(throws: JSONError(.encoding, at: 1)) { try JSONValue(parsing: bytes) }
  }

  @Test func nestingEndsAtSixtyFourLevels() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(throws: Never.self) { try JSONValue(parsing: nested(64)) }
    #expect(throws: JSONError(.depth, at: 64)) { try JSONValue(parsing: nested(65)) }
    #expect(throws: JSONError(.depth, at: 64)) {
      try JSONValue(parsing: [UInt8](repeating: UInt8(ascii: "["), count: 100_000))
    }
    #expect(throws: JSONError(.depth, at: 64 * 5)) {
      try JSONValue(parsing: Array(String(repeating: #"{"a":"#, count: 70).utf8))
    }
  }

  @Test func valuesAreFoundByKeyAndIndex() throws {
    let document = try JSONValue(parsing: Array(#"{"rows":[1,2.5,"x"],"open":true,"none":null}"#.utf8))
    #expect(document["rows"]?[0]?.integer == 1)
    #expect(document["rows"]?[1]?.number == "2.5")
    #expect(document["rows"]?[2]?.string == "x")
    #expect(document["rows"]?.array?.count == 3)
    #expect(document["open"]?.bool == true)
    #expect(document["none"] == .null)
    #expect(document["rows"]?[3] == nil)
    #expect(document["missing"] == nil)
    #expect(document.object?.count == 3)
    #expect(document.string == nil && document.integer == nil && document[0] == nil)
  }
}
