import CScan
import Testing

@Suite struct ScanMaskTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func vectorMasksAreThoseOfPortableC(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let special: [UInt8] = [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D, 0x00, 0x7F, 0x80, 0xFF, 0x23, 0x21]
    let block = (0..<64).map { _ in
      Bool.random(using: &random) ? special.randomElement(using: &random)! : UInt8.random(in: 0...255, using: &random)
    }
    for separator: UInt8 in [0x2C, 0x3B, 0x09] {
      let masks = cscan_block(block, separator)
      let expected = cscan_block_portable(block, separator)
      #expect(masks.quotes == expected.quotes)
      #expect(masks.separators == expected.separators)
      #expect(masks.line_feeds == expected.line_feeds)
      #expect(masks.high == expected.high)
      for index in 0..<64 {
        #expect((masks.quotes >> UInt64(index) & 1 == 1) == (block[index] == 0x22))
        #expect((masks.separators >> UInt64(index) & 1 == 1) == (block[index] == separator))
        #expect((masks.high >> UInt64(index) & 1 == 1) == (block[index] >= 0x80))
      }
    }
  }

  @Test func thePrefixParityFollowsEveryBit() {
    var random = SplitMix(seed: 3)
    for _ in 0..<100 {
      let mask = random.next()
      let parity = cscan_prefix_xor(mask)
      for index in 0..<64 {
        let below = mask << UInt64(63 - index)
        #expect(parity >> UInt64(index) & 1 == UInt64(below.nonzeroBitCount & 1))
      }
    }
  }
}
