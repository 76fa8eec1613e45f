import RequiteMemory
import RequiteTestSupport
import Testing

/// Numbers come back as they went, whatever their width and wherever they stand.
@Suite struct PackedNumbersTests {
  @Test(arguments: 0...8)
  func numbersOfAWidthComeBack(width: Int) {
    var random = SplitMix64(seed: UInt64(width))
    let least: Int64 = width == 8 ? .min : -7
    let mask = width == 0 ? 0 : UInt64.max >> UInt64(64 - 8 * width)
    let numbers = (0..<50).map { _ in least &+ Int64(bitPattern: random.next() & mask) }
    var bytes = ByteWriter()
    bytes.append(UInt8(9))
    bytes.append(numbers.span, above: least, width: width)
    #expect(bytes.count == 1 + 50 * width)
    // What stands behind the numbers is not theirs, and may be missing.
    for behind in [[], [0xFF], Array(repeating: 0xFF, count: 20)] as [[UInt8]] {
      let packed = PackedNumbers(bytes.bytes + behind, at: 1, count: 50, width: width, above: least)
      #expect((0..<packed.count).map { packed[$0] } == numbers)
    }
  }

  @Test func noNumbersAreNone() {
    #expect(PackedNumbers([], at: 0, count: 0, width: 8, above: 0).count == 0)
  }

  @Test func numbersThatAreNotThereStopTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = PackedNumbers([1, 2, 3], at: 0, count: 2, width: 2, above: 0) }
    await #expect(processExitsWith: .failure) { _ = PackedNumbers([1, 2, 3], at: -1, count: 1, width: 1, above: 0) }
    await #expect(processExitsWith: .failure) { _ = PackedNumbers([1, 2, 3], at: 0, count: 3, width: 1, above: 0)[3] }
    await #expect(processExitsWith: .failure) { _ = PackedNumbers([1, 2, 3], at: 0, count: 3, width: 9, above: 0) }
  }
}
