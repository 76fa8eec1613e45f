import RequiteFormats
import Testing

@Suite struct CanonicalJSONTests {
  private let document: JSONValue = [
    "b": [1, [], [:], .decimal("0.850000")], "a": "x\"\\\u{1}\u{1f}\u{7f}\n/é", "é": nil, "B": true,
  ]

  @Test func canonicalTextIsSortedByBytesWithoutSpace() {
    let expected = #"{"B":true,"a":"x\"\\\u0001\u001f"# + "\u{7f}" + #"\n/é","b":[1,[],{},0.850000],"é":null}"#
    #expect(String(decoding: document.canonical(), as: UTF8.self) == expected)
  }

  @Test func prettyTextHasAMemberALine() {
    let document: JSONValue = ["b": [1, ["x": []]], "a": [:]]
    let expected = """
      {
        "a": {},
        "b": [
          1,
          {
            "x": []
          }
        ]
      }

      """
    #expect(String(decoding: document.pretty(), as: UTF8.self) == expected)
  }

  @Test func keysAreSortedAsBytesNotAsText() {
    let document: JSONValue = ["e\u{301}": 1, "z": 2, "f": 3, "\u{FFFD}": 4, "\u{10000}": 5]
    let expected = "{\"e\u{301}\":1,\"f\":3,\"z\":2,\"\u{FFFD}\":4,\"\u{10000}\":5}"
    #expect(Array(expected.utf8) == document.canonical())
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func whatIsWrittenIsReadBack(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let document = Self.value(&random, depth: 0)
    #expect(try JSONValue(parsing: document.canonical()) == document)
    #expect(try JSONValue(parsing: document.pretty()) == document)
    #expect(try JSONValue(parsing: document.pretty()).canonical() == document.canonical())
  }

  private static func value(_ random: inout SplitMix, depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth < 4 ? 8 : 6), using: &random) {
    case 0: .null
    case 1: .bool(.random(using: &random))
    case 2: .integer(Int64(bitPattern: random.next()))
    case 3: .decimal("\(Int.random(in: -99...99, using: &random)).\(Int.random(in: 0...999_999, using: &random))")
    case 4, 5: .string(text(&random))
    case 6: .array((0..<Int.random(in: 0..<5, using: &random)).map { _ in value(&random, depth: depth + 1) })
    default:
      .object(
        Dictionary(
          (0..<Int.random(in: 0..<5, using: &random)).map { _ in (text(&random), value(&random, depth: depth + 1)) },
          uniquingKeysWith: { first, _ in first }))
    }
  }

  private static func text(_ random: inout SplitMix) -> String {
    let letters: [Character] = ["a", "\"", "\\", "\n", "\u{0}", "\u{1f}", "é", "漢", "😀", "/", " "]
    return String((0..<Int.random(in: 0..<20, using: &random)).map { _ in letters.randomElement(using: &random)! })
  }
}
