import CScan
import CZlib
import RequiteMemory
import RequiteTestSupport
import Testing

@Suite struct CRC32Tests {
  private static let noise: [UInt8] = {
    var random = SplitMix64(seed: 32)
    return (0..<4096).map { _ in UInt8(truncatingIfNeeded: random.next() >> 56) }
  }()

  private func checksum(_ bytes: ArraySlice<UInt8>, after earlier: UInt32 = 0) -> UInt32 {
    CRC32.checksum(bytes.span, after: earlier)
  }

  private func zlibChecksum(_ bytes: ArraySlice<UInt8>, after earlier: UInt32 = 0) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(crc32_z(UInt(earlier), $0.baseAddress, $0.count)) }
  }

  @Test func theChecksumOfTheStandardsExampleIsTheStandards() {
    #expect(checksum(Array("123456789".utf8)[...]) == 0xCBF4_3926)
    #expect(checksum([]) == 0)
  }

  @Test(arguments: 0...9)
  func partsOneAfterTheOtherHaveTheChecksumOfTheWhole(cut: Int) {
    let whole = Array("123456789".utf8)
    #expect(checksum(whole[cut...], after: checksum(whole[..<cut])) == 0xCBF4_3926)
  }

  @Test(arguments: 0..<64)
  func everyLengthAtEveryAlignmentHasZlibsChecksum(alignment: Int) {
    for count in 0...600 {
      let bytes = Self.noise[alignment..<alignment + count]
      #expect(checksum(bytes) == zlibChecksum(bytes), "\(count) bytes")
    }
  }

  @Test func zerosAndOnesHaveZlibsChecksum() {
    for byte in [0x00, 0xFF, 0x80, 0x01] as [UInt8] {
      for count in [1, 63, 64, 65, 127, 128, 300_000] {
        let bytes = [UInt8](repeating: byte, count: count)[...]
        #expect(checksum(bytes) == zlibChecksum(bytes), "\(count) times \(byte)")
        #expect(checksum(bytes, after: .max) == zlibChecksum(bytes, after: .max), "\(count) times \(byte)")
      }
    }
  }

  @Test func everySplitGivesTheChecksumOfTheWhole() {
    let whole = Self.noise[..<600]
    for cut in 0...600 {
      let before = checksum(whole[..<cut])
      #expect(before == zlibChecksum(whole[..<cut]))
      #expect(checksum(whole[cut...], after: before) == zlibChecksum(whole), "cut at \(cut)")
    }
  }

  @Test func theFrontIsAllButLessThanSixteenBytesOrNothing() {
    for count in 0...300 {
      var sum: UInt32 = 0
      let done = Self.noise.withUnsafeBufferPointer { cscan_crc32_front(&sum, $0.baseAddress!, count) }
      #expect(done == 0 || (count >= 64 && done == count / 16 * 16))
      #expect(sum == zlibChecksum(Self.noise[..<done]))
    }
  }
}
