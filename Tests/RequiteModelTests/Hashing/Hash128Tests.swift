import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct Hash128Tests {
  /// Fingerprints decide buckets in ledgers on disk.
  ///
  /// If this fails, the ledger format needs a new number.
  @Test func fingerprintsNeverChange() {
    #expect(Hash128("") == Hash128(high: 0x8EF0_62B9_E046_1412, low: 0x9CD3_BF47_94A2_5ACF))
    #expect(Hash128("requite") == Hash128(high: 0x896D_4A4D_2730_C2BB, low: 0x5539_7CEB_D0B7_302E))
  }

  @Test func wordsAreTheBytesPaddedWithZeros() {
    let bytes = (0..<40).map { UInt8(200 - $0 * 3) }
    for offset in 0...8 {
      for count in 0...16 {
        let padded = Array(bytes[offset..<offset + count]) + Array(repeating: 0, count: 16 - count)
        let expected = stride(from: 0, to: 16, by: 8).map { start in
          (0..<8).reduce(UInt64(0)) { $0 | UInt64(padded[start + $1]) << UInt64(8 * $1) }
        }
        let words = bytes[..<(offset + count)].withUnsafeBytes { Hash128.words($0, from: offset) }
        #expect([words.0, words.1] == expected, "\(count) bytes")
      }
    }
  }

  @Test func textsThatDifferHaveFingerprintsThatDiffer() {
    var seen: Set<Hash128> = []
    for length in 0..<64 {
      seen.insert(Hash128(String(repeating: "a", count: length)))
      seen.insert(Hash128(String(repeating: "\0", count: length + 1)))
    }
    #expect(seen.count == 128)
  }

  @Test func bucketsFillEvenly() {
    var counts = Array(repeating: 0, count: Bucket.count)
    for index in 0..<25_600 { counts[Bucket.of(Hash128("t\(index)", seed: Hash128("acme")))] += 1 }
    #expect(counts.allSatisfy { (50...160).contains($0) })
  }

  @Test func aSeedDividesEqualTexts() {
    #expect(Hash128("t1", seed: Hash128("acme")) != Hash128("t1", seed: Hash128("bolt")))
  }
}
