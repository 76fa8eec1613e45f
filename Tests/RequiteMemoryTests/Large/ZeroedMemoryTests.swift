import RequiteMemory
import Testing

@Suite struct ZeroedMemoryTests {
  @Test(arguments: [1, 512, 2 << 20, (5 << 20) + 3])
  func aBlockHoldsZerosAndBeginsAtALargePage(byteCount: Int) throws {
    let memory = ZeroedMemory(byteCount: byteCount)
    #expect(memory.bytes.count == byteCount)
    #expect(memory.bytes.allSatisfy { $0 == 0 })
    #expect(Int(bitPattern: memory.bytes.baseAddress) % LargeMemory.unit == 0)
  }

  @Test func blocksAreWrittenToTheirEndsAndDoNotMeet() {
    let blocks = (1...4).map { _ in ZeroedMemory(byteCount: (1 << 20) + 1) }
    for (number, block) in blocks.enumerated() {
      block.bytes.initializeMemory(as: UInt8.self, repeating: UInt8(number))
    }
    for (number, block) in blocks.enumerated() { #expect(block.bytes.allSatisfy { $0 == number }) }
  }

  /// Memory that was used before is not given out with what it held.
  @Test func aBlockAfterAnotherIsZeroAgain() {
    for _ in 0..<4 {
      let block = ZeroedMemory(byteCount: 3 << 20)
      #expect(block.bytes.allSatisfy { $0 == 0 })
      block.bytes.initializeMemory(as: UInt8.self, repeating: 0xFF)
    }
  }
}
