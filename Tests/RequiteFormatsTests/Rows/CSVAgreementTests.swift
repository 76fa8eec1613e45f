import RequiteFormats
import Testing

/// The fast reader must give what the state machine gives: for every text, however it is cut into pieces.
@Suite struct CSVAgreementTests {
  private static let header = Array("a,b,c\n".utf8)
  private static let noise: [[UInt8]] =
    ["\"", "\"\"", ",", "\n", "\r\n", "\r", "x", "é", "hello", " ", "\",\"", "\"\n", ",\""].map { Array($0.utf8) }
    + [[0xFF], [0], Array(repeating: 0x78, count: 70)]

  @Test(arguments: 0..<300 as Range<UInt64>)
  func noiseOfQuotesAndSeparatorsIsReadAlike(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let text = (0..<Int.random(in: 0..<120, using: &random)).flatMap { _ in Self.noise.randomElement(using: &random)! }
    try expectAgreement(on: text, seed: seed)
  }

  @Test(arguments: 1000..<1300 as Range<UInt64>)
  func goodRowsWithAFewBadOnesAreReadAlike(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 1..<40, using: &random) { text += Self.row(&random) }
    if Bool.random(using: &random), !text.isEmpty { text.removeLast() }
    try expectAgreement(on: text, seed: seed)
  }

  /// Rows long enough for many blocks, of which few have quotes, so that the index goes from block to block in all ways.
  @Test(arguments: 2000..<2050 as Range<UInt64>)
  func longTextsWithFewQuotesAreReadAlike(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 1..<150, using: &random) {
      let isPlain = Int.random(in: 0..<10, using: &random) > 0
      text += isPlain ? Array("1,plain text of a comment,\(random.next())\n".utf8) : Self.row(&random)
    }
    try expectAgreement(on: text, seed: seed | 1)
  }

  /// Mostly a good row of three fields; sometimes with a defect.
  private static func row(_ random: inout SplitMix) -> [UInt8] {
    let fields = (0..<3).map { _ in
      [
        "", "7", "plain text", "\"quoted\"", "\"a,b\"", "\"two\nlines\"", "\"d\"\"q\"",
        "\"\"", "wörter", "\"é\"\"\n\"",
      ]
      .randomElement(using: &random)!
    }
    var row = Array(fields.joined(separator: ",").utf8)
    if Int.random(in: 0..<8, using: &random) == 0 {
      let defect: UInt8 = [0x22, 0x2C, 0x0A, 0x0D, 0xFF].randomElement(using: &random)!
      row.insert(defect, at: Int.random(in: 0...row.count, using: &random))
    }
    return row + (Bool.random(using: &random) ? [0x0A] : [0x0D, 0x0A])
  }

  private func expectAgreement(on text: [UInt8], seed: UInt64) throws {
    var limits = RowLimits()
    if seed % 2 == 0 {
      limits.record = 60
      limits.field = 25
    }
    let reference = ReferenceCSVReader(separator: .comma, limits: limits, columns: 3)
    let expected = reference.read(text, line: 1, offset: Self.header.count)
    let lines = (Self.header + text).count { $0 == 0x0A } + ((text.last ?? 0x0A) == 0x0A ? 0 : 1)
    try ReadingAgreement(text: Self.header + text, format: .csv(separator: .comma), limits: limits, seed: seed)
      .expect(expected, lines: lines) { try KeptRows(&$0) }
  }
}
