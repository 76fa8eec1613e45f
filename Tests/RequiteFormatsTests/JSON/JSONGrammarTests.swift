import RequiteFormats
import Testing

/// What is JSON by RFC 8259 and what is not, text by text, as the public suites for parsers go through it.
///
/// Each is tried as a document, and inside a line, there as a value that is wanted, not wanted, and at a path.
@Suite struct JSONGrammarTests {
  static let sound = [
    // Arrays and white space
    "[]", "[[]   ]", "[\"\"]", "[false]", #"[null, 1, "1", {}]"#, "[1\n]", " [1]", "[1,null,null,null,2]", "[2] ",
    "\t[\r\n]\n",
    // Numbers
    "[123e65]", "[0e+1]", "[0e1]", "[ 4]", "[-0.00000000000000000000000000000000000000000000001]", "[20e1]", "[-0]",
    "[-123]", "[1E22]", "[1E-2]", "[1E+2]", "[123.456e78]", "[1e-2]", "[0.4e669]", "[-1e-9999]",
    "[100000000000000000000000]", "[1.5e+9999]",
    // Objects
    #"{"asd":"sdf", "dfg":"fgh"}"#, #"{"":0}"#, #"{"min":-1.0e+28, "max": 1.0e+28}"#, #"{"a":[]}"#,
    "{\n\"a\": \"b\"\n}",
    #"{"t":"\u041f\u043e\u043b"}"#, #"{"a":{"a":{"a":{}}}}"#,
    // Strings
    #"["\u0060\u012a\u12AB"]"#, #"["\uD801\udc37"]"#, #"["\"\\\/\b\f\n\r\t"]"#, #"["\\u0000"]"#, #"["\""]"#,
    #"["a/*b*/c/*d//e"]"#, #"["\\a"]"#, #"["\u0012"]"#, #"["\uFFFF"]"#, #"["\uDBFF\uDFFF"]"#, #"["new\u00A0line"]"#,
    "[\"\u{10FFFF}\"]", "[\"\u{FFFF}\"]", "[\"\u{2028}\u{2029}\"]", #"["\u002c\u0022\u005C"]"#, "[\"π\"]",
    "[\"\u{7F}\"]",
    #"["⍂㈴⍂"]"#, #"["\uA66D"]"#,
    // Values alone
    "false", "42", "-0.1", "null", "true", "\"asd\"", "\"\"",
  ]

  static let broken = [
    // Arrays
    "[1 true]", #"["": 1]"#, #"[""],"#, "[,1]", "[1,,2]", #"["x",,]"#, #"["x"]]"#, #"["",]"#, #"["x""#, "[x", "[3[4]]",
    "[1:2]", "[,]", "[-]", #"[   , ""]"#, "[\"a\",\n4\n,1,", "[1,]", "[1,,]", "[\"\u{B}a\"\u{C}]", "[*]", "[\"\"",
    "[1,",
    "[1,\n1\n,1", "[{}", "[fals]", "[nul]", "[tru]", "[True]", "[NULL]", "[", "]", "[][]", "[}", "[\u{2060}]",
    // Numbers
    "[++1234]", "[+1]", "[+Inf]", "[-01]", "[-1.0.]", "[-2.]", "[-NaN]", "[.-1]", "[.2e-3]", "[0.1.2]", "[0.3e+]",
    "[0.3e]", "[0.e1]", "[0E+]", "[0E]", "[1.0e+]", "[1.0e-]", "[1.0e]", "[1 000.0]", "[1eE2]", "[2.e+3]", "[2.e3]",
    "[Inf]", "[NaN]", "[\u{FF11}]", "[1+2]", "[0x1]", "[Infinity]", "[0e+-1]", "[-123.123foo]", "[-Infinity]", "[-foo]",
    "[- 1]", "[-012]", "[-.123]", "[-1x]", "[1ea]", "[1.]", "[.123]", "[1.2a-3]", "[1.8H-308]", "[012]", "[1_000]",
    // Objects
    #"{[: "x"}"#, #"{"x", null}"#, #"{"x"::"b"}"#, "{🇨🇭}", #"{"a":"a" 123}"#, "{key: 'value'}", #"{"a" b}"#, #"{:"b"}"#,
    #"{"a" "b"}"#, #"{"a":"#, #"{"a""#, "{1:1}", "{9999E9999:1}", "{null:null}", #"{"id":0,,,,,}"#, "{'a':0}",
    #"{"id":0,}"#, #"{"a":"b"}/**/"#, #"{"a":"b"}//"#, #"{"a":"b"}/"#, #"{"a":"b",,"c":"d"}"#, #"{"a":"a"#,
    #"{ "foo" : "bar", "a" }"#, #"{"a":"b"}#"#, "{", "{]", "{,", #"{"a"#, #"{"x": true,"#, #"{"a": true} "x""#,
    // Strings
    " ", "", #"["\uD800\"]"#, #"["\uD800\u"]"#, #"["\uD800\u1x"]"#, #"["\uD800x"]"#, #"["\uDC00"]"#, "[é]",
    #"["\x00"]"#, #"["\\\"]"#, "[\"\\\t\"]", "[\"\\🌀\"]", #"["\"]"#, #"["\u00A"]"#, #"["\uD834\uDd"]"#, #"["\a"]"#,
    #"["\uqqqq"]"#, #"[\u0020"asd"]"#, #"[\n]"#, "\"", "['single quote']", "abc", #"["\"#, "[\"new\nline\"]",
    "[\"tab\t\"]", "[\"\0\"]", #""\UA66D""#, #"""x"#, #"["asd]"#, "aå", "å",
    // Other documents
    "<.>", "[<null>]", "[1]x", "*", #"{"a":"b"}#{}"#, "[1 /* one */]", "#1", "\u{FEFF}1", "1 2",
  ]

  @Test(arguments: sound)
  func whatIsSoundIsRead(_ text: String) throws {
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(try JSONValue(parsing: value.canonical()) == value)
    guard !text.contains("\n"), !text.contains("\r\n") else { return }
    #expect(try Self.faults("{\"other\":\(text)}") == [nil, nil])
    #expect(try Self.faults("{\"a\":{\"b\":\(text)}}") == [nil, nil])
    #expect(try Self.faults("{\"a\":{\"c\":\(text)}}") == [nil, nil])
  }

  @Test(arguments: broken)
  func whatIsBrokenIsRefused(_ text: String) throws {
    #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8)) }
    guard !text.contains("\n") else { return }
    for line in ["{\"id\":\(text)}", "{\"other\":\(text)}", "{\"a\":{\"b\":\(text)}}", "{\"a\":{\"c\":\(text)}}"] {
      let faults = try Self.faults(line)
      #expect(!faults.contains(nil), "\(line)")
    }
  }

  /// What is wrong with a line where keys are wanted, and where values at paths are.
  private static func faults(_ line: String) throws -> [RowFault?] {
    let text = Array(("{}\n" + line + "\n").utf8)
    var byPaths = try RowReader(MemoryStream(text), format: .jsonLines)
    let rows = try KeptRows(&byPaths, paths: [JSONPath(["id"]), JSONPath(["a", "b"], takesAny: true)])
    return [try KeptRows(jsonLines: text, wanted: ["id", "b"]).faults[1], rows.faults[1]]
  }
}
