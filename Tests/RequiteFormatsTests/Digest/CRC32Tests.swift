import RequiteFormats
import Testing

@Suite struct CRC32Tests {
  private func checksum(_ bytes: ArraySlice<UInt8>, after earlier: UInt32 = 0) -> UInt32 {
    bytes.withUnsafeBytes { CRC32.checksum($0, after: earlier) }
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
}
