import RequiteMemory
import Testing

@Suite struct ByteWordsTests {
  /// The pairs, one byte after the other: as many whole pairs as there are, then the rest padded with zeros.
  private static func plain(_ bytes: [UInt8]) -> [[UInt64]] {
    let padded = bytes + Array(repeating: 0, count: 16 - bytes.count % 16)
    let words = stride(from: 0, to: padded.count, by: 8).map { start in
      (0..<8).reduce(UInt64(0)) { $0 | UInt64(padded[start + $1]) << UInt64(8 * $1) }
    }
    return stride(from: 0, to: words.count, by: 2).map { [words[$0], words[$0 + 1]] }
  }

  @Test(arguments: 0...50) func pairsHoldEveryByteOnceAndZerosBehind(count: Int) {
    let bytes = (0..<count).map { UInt8($0 * 37 & 0xFF) | 1 }
    var pairs: [[UInt64]] = []
    ByteWords.forEachPair(of: bytes.span) { pairs.append([$0, $1]) }
    #expect(pairs == Self.plain(bytes))
  }

  @Test func wordsAreTheBytesPaddedWithZeros() {
    let bytes = (0..<40).map { UInt8(200 - $0 * 3) }
    for offset in 0...8 {
      for count in 0...16 {
        let padded = Array(bytes[offset..<offset + count]) + Array(repeating: 0, count: 16 - count)
        let expected = stride(from: 0, to: 16, by: 8).map { start in
          (0..<8).reduce(UInt64(0)) { $0 | UInt64(padded[start + $1]) << UInt64(8 * $1) }
        }
        let words = bytes[..<(offset + count)].withUnsafeBytes { ByteWords.pair(of: $0, from: offset) }
        #expect([words.0, words.1] == expected, "\(count) bytes")
      }
    }
  }

  /// The part's own bytes alone are seen, though others stand before and behind them.
  @Test(arguments: 0...20) func aPartOfAnArrayIsReadWithinItsBounds(count: Int) {
    let bytes = [UInt8](repeating: 0xFF, count: 7) + (0..<UInt8(count)) + [UInt8](repeating: 0xFF, count: 24)
    var pairs: [[UInt64]] = []
    ByteWords.forEachPair(of: bytes.span.extracting(7..<7 + count)) { pairs.append([$0, $1]) }
    #expect(pairs == Self.plain(Array(0..<UInt8(count))))
  }
}
