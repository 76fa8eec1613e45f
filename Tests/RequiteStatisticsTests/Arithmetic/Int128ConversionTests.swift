import RequiteStatistics
import Testing

@Suite struct Int128ConversionTests {
  /// What the standard library says.
  private func expected(_ number: some BinaryInteger) -> Double {
    Double(number)
  }

  @Test func everyLengthOfNumberRoundsAsTheStandardLibraryRoundsIt() {
    var random = SplitMix64(seed: 31)
    for bits in 0..<128 {
      for _ in 0..<200 {
        let number = Int128(truncatingIfNeeded: UInt128.random(in: 0...UInt128.max, using: &random) >> UInt128(bits))
        #expect(Double(number) == expected(number))
        #expect(Double(-(number / 2)) == expected(-(number / 2)))
      }
    }
  }

  /// Half way between two neighbours, and one beside it on either side.
  @Test func tiesGoToTheEvenNeighbour() {
    for shift in 11..<74 {
      for leading in [Int128(1) << 53, Int128(1) << 53 + 1, Int128(1) << 54 - 1] {
        let middle = leading << Int128(shift) + Int128(1) << Int128(shift - 1)
        for number in [middle - 1, middle, middle + 1] {
          #expect(Double(number) == expected(number))
          #expect(Double(-number) == expected(-number))
        }
      }
    }
  }

  @Test(arguments: [0, 1, -1, Int128(Int64.max), Int128(Int64.min), Int128(Int64.max) + 1, Int128.max, Int128.min])
  func theEndsAreExact(_ number: Int128) {
    #expect(Double(number) == expected(number))
  }
}
