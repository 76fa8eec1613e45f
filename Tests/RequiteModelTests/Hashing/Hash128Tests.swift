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

  /// The construction in its plainest form: words padded with zeros, one byte after the other.
  private static func plain(_ bytes: [UInt8], seed: Hash128) -> Hash128 {
    func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
      let product = a.multipliedFullWidth(by: b)
      return product.high ^ product.low
    }
    let padded = bytes + Array(repeating: 0, count: 16 - bytes.count % 16)
    let words = stride(from: 0, to: padded.count, by: 8).map { start in
      (0..<8).reduce(UInt64(0)) { $0 | UInt64(padded[start + $1]) << UInt64(8 * $1) }
    }
    var (first, second) = (seed.high ^ 0x9E37_79B9_7F4A_7C15, seed.low ^ 0xC2B2_AE3D_27D4_EB4F)
    for index in stride(from: 0, to: words.count, by: 2) {
      first = fold(first ^ words[index], 0xA076_1D64_78BD_642F ^ words[index + 1])
      second = fold(second ^ words[index + 1], 0xE703_7ED1_A0B4_28DB ^ words[index]) &+ first
    }
    let length = UInt64(bytes.count)
    let high = fold(first ^ length, 0x8EBC_6AF0_9C88_C6E3 ^ second)
    let low = fold(second ^ 0x5895_60F5_1A2B_3C4D, 0x1D8E_4E27_C47D_124F ^ first ^ length)
    return Hash128(high: high, low: low ^ second)
  }

  @Test func fingerprintsAreThoseOfThePlainConstruction() {
    var random = SplitMix64(seed: 2)
    for length in 0...100 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let seed = Hash128(high: random.next(), low: random.next())
      #expect(bytes.withUnsafeBytes { Hash128($0, seed: seed) } == Self.plain(bytes, seed: seed), "\(length) bytes")
    }
  }

  @Test func twoNumbersHaveTheFingerprintOfTheirArray() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<100 {
      let (one, other) = (random.next(), random.next())
      let seed = Hash128(high: random.next(), low: random.next())
      #expect(Hash128(one, other, seed: seed) == Hash128(words: [one, other], seed: seed))
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
