import RequiteMemory
import Testing

@Suite struct ArrayCacheHintTests {
  /// A hint changes nothing that anybody could see.
  @Test func someAllOrNoElementsMayBeSentFor() {
    let numbers = Array(0..<1_000)
    for places in [0..<0, 0..<1, 7..<20, 999..<1_000, 0..<1_000, 1_000..<1_000] { numbers.willRead(places) }
    ([] as [Int]).willRead(0..<0)
    [SIMD64<UInt64>()].willRead(0..<1)
    #expect(numbers == Array(0..<1_000))
  }

  @Test func elementsThatAreNotThereStopTheProgram() async {
    await #expect(processExitsWith: .failure) { [1, 2].willRead(1..<3) }
    await #expect(processExitsWith: .failure) { [1, 2].willRead(-1..<1) }
  }
}
