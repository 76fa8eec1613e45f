import RequiteSamples
import Testing

@Suite struct DeflateBitsTests {
  @Test func numbersGoInLowestBitFirstAndCodesHighestFirst() {
    var bits = DeflateBits()
    bits.append(0b011, count: 3)
    bits.append(code: 0b011, count: 3)
    #expect(bits.bytes == [0b110_011])
    bits.append(0b1_0110, count: 5)
    #expect(bits.bytes == [0b1011_0011, 0b101])
  }

  @Test func aFilledByteIsFollowedByAnother() {
    var bits = DeflateBits()
    bits.append(1, count: 1)
    bits.fillByte()
    bits.append(1, count: 1)
    #expect(bits.bytes == [1, 1])
    bits.fillByte()
    bits.fillByte()
    #expect(bits.bytes == [1, 1])
  }
}
