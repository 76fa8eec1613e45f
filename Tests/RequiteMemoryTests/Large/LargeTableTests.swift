import RequiteMemory
import Testing

@Suite struct LargeTableTests {
  @Test(arguments: [1, 7, 100_000])
  func aTableHoldsZerosAndThenWhatWasWritten(count: Int) {
    let table = LargeTable<SIMD4<UInt64>>(count: count)
    #expect(table.count == count)
    #expect((0..<count).allSatisfy { table[$0] == .zero })
    for place in 0..<count {
      table.willNeed((place + 5) % count)
      table[place] = SIMD4(repeating: UInt64(place + 1))
    }
    #expect((0..<count).allSatisfy { table[$0] == SIMD4(repeating: UInt64($0 + 1)) })
  }

  @Test func anElementThatIsNotThereStopsTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = LargeTable<UInt64>(count: 3)[3] }
    await #expect(processExitsWith: .failure) { LargeTable<UInt64>(count: 3)[-1] = 1 }
    await #expect(processExitsWith: .failure) { LargeTable<UInt64>(count: 3).willNeed(3) }
  }
}
