import RequiteFormats
import Testing

/// A line read by the places of its quotes must give what the walk byte by byte gives, however the text is cut.
@Suite struct JSONAgreementTests {
  private static let wanted = ["id", "a longer key than others", "score", "text", "missing"]
  private static let noise: [[UInt8]] =
    [
      "{", "}", "\"", ",", ":", "\\", "\n", "\r\n", " ", "\t", "null", "true", "-1.5e3", "0", "01", "[", "]", "é", "x",
      "\"id\":", "\"id\":\"x\"", "\"score\":7,", "{\"id\":\"a\",\"score\":1}\n", "\\\"", "\\u0041",
    ].map { Array($0.utf8) } + [[0xFF], [0], Array(repeating: 0x78, count: 70)]
  private static let keys = [
    "id", "score", "text", "a longer key than others", "a longer key then others", "other", "o", "", "i\\u0064",
    "seven77", "eight888", "sixteen bytes 16", "seventeen bytes 1",
  ]
  private static let values = [
    "\"\"", "\"x\"", "\"wörter\"", "\"a text of more than eight bytes, with , : { } in it\"", "7", "-0.5", "1e9",
    "null", "true", "false", "\"\\n\\\"\"", "{\"x\":[1,\"{\"],\"y\":\"}\"}", "[]", "[\"a\",{\"b\":null}]", "\" \"",
  ]

  @Test(arguments: 0..<300 as Range<UInt64>)
  func noiseIsReadAlike(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let text = (0..<Int.random(in: 0..<80, using: &random)).flatMap { _ in Self.noise.randomElement(using: &random)! }
    try expectAgreement(on: text, seed: seed)
  }

  @Test(arguments: 1000..<1300 as Range<UInt64>)
  func goodObjectsWithAFewBadOnesAreReadAlike(seed: UInt64) throws {
    try expectAgreement(on: Self.objects(seed: seed), seed: seed)
  }

  /// Lines of objects with the same keys, the last of them sometimes without its end.
  private static func objects(seed: UInt64) -> [UInt8] {
    var random = SplitMix(seed: seed)
    let order = keys.shuffled(using: &random)
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 1..<40, using: &random) { text += line(order, &random) }
    if Bool.random(using: &random) { text.removeLast() }
    return text
  }

  /// Mostly the same keys in the same order; sometimes one missing, twice or elsewhere; sometimes with a defect.
  private static func line(_ order: [String], _ random: inout SplitMix) -> [UInt8] {
    var keys = order.filter { $0 != "i\\u0064" || Int.random(in: 0..<8, using: &random) == 0 }
    if Int.random(in: 0..<4, using: &random) == 0 { keys.remove(at: Int.random(in: 0..<keys.count, using: &random)) }
    if Int.random(in: 0..<8, using: &random) == 0 { keys.append(keys.randomElement(using: &random)!) }
    if Int.random(in: 0..<8, using: &random) == 0 { keys.shuffle(using: &random) }
    let space = Int.random(in: 0..<4, using: &random) == 0 ? " " : ""
    let simple = Array(values.prefix(Bool.random(using: &random) ? 10 : values.count))
    let members = keys.map { "\"\($0)\":\(space)\(simple.randomElement(using: &random)!)" }
    var line = Array("{\(space)\(members.joined(separator: "," + space))\(space)}\(space)".utf8)
    if Int.random(in: 0..<6, using: &random) == 0 {
      let defect: UInt8 = [0x22, 0x2C, 0x0A, 0x0D, 0xFF, 0x5C, 0x7D, 0x01, 0x20].randomElement(using: &random)!
      line.insert(defect, at: Int.random(in: 0...line.count, using: &random))
    }
    if Int.random(in: 0..<6, using: &random) == 0 { line.remove(at: Int.random(in: 0..<line.count, using: &random)) }
    return line + (Bool.random(using: &random) ? [0x0A] : [0x0D, 0x0A])
  }

  private static let paths = [
    "id", "score", "text", "other.x", "other.x.0", "other", "o.b", "o", "missing.y", "text.y",
  ].map { JSONPath($0.split(separator: ".").map(String.init), takesAny: $0 == "other") }

  @Test(arguments: 2000..<2300 as Range<UInt64>)
  func whatStandsAtPathsIsReadAlike(seed: UInt64) throws {
    let text = Self.firstLine + Self.objects(seed: seed)
    let expected = ReferenceJSONLinesReader(limits: Self.limits(seed), paths: Self.paths).read(text)
    try agreement(on: text, seed: seed).expect(expected) { try KeptRows(&$0, paths: Self.paths) }
  }

  private func expectAgreement(on text: [UInt8], seed: UInt64) throws {
    let text = Self.firstLine + text
    let expected = ReferenceJSONLinesReader(limits: Self.limits(seed), wanted: Self.wanted).read(text)
    try agreement(on: text, seed: seed).expect(expected) { try KeptRows(&$0, wanted: Self.wanted) }
  }

  /// A line without quotes around it is read byte by byte where the first line decides that it is no other format.
  private static let firstLine = Array("{}\n".utf8)

  private func agreement(on text: [UInt8], seed: UInt64) -> ReadingAgreement {
    ReadingAgreement(text: text, format: .jsonLines, limits: Self.limits(seed), seed: seed)
  }

  private static func limits(_ seed: UInt64) -> RowLimits {
    var limits = RowLimits()
    if seed % 2 == 0 {
      limits.record = 200
      limits.field = 40
    }
    return limits
  }
}
