import RequiteMemory
import Testing

/// Bytes that come in pieces and are used off the front.
@Suite struct SlidingBytesTests {
  private struct Stop: Error {}

  @Test func whatIsAddedStandsBehindWhatIsLeft() {
    var text = SlidingBytes(capacity: 8)
    #expect(text.bytes.isEmpty && text.capacity == 8)
    #expect(text.append(atMost: 8) { $0.append(copying: Bytes("one two")) } == 7)
    text.removeFirst(4)
    #expect(text.bytes == "two" && text.count == 3)
    #expect(text.append(atMost: 5) { $0.append(copying: Bytes(" more")) } == 5)
    #expect(text.bytes == "two more" && text.capacity == 8)
    #expect(text.append(atMost: 0) { _ in } == 0)
  }

  @Test func roomGrowsAsItIsAskedFor() {
    var text = SlidingBytes(capacity: 0)
    var expected: [UInt8] = []
    for number in 0..<200 {
      let piece = [UInt8](repeating: UInt8(number), count: number)
      text.append(atMost: number) { $0.append(copying: piece.span) }
      expected += piece
      text.removeFirst(number / 2)
      expected.removeFirst(number / 2)
    }
    #expect(Array(text.bytes) == expected)
  }

  @Test func nothingIsAddedByWhoFails() {
    var text = SlidingBytes(capacity: 4)
    text.append(atMost: 1) { $0.append(1) }
    #expect(throws: Stop.self) {
      try text.append(atMost: 100) { room in
        room.append(repeating: 0x2C, count: 100)
        throw Stop()
      }
    }
    #expect(Array(text.bytes) == [1])
    #expect(Self.separators(text) == 0)
  }

  @Test func zerosFollowTheLastByteWhateverWasThere() {
    var text = SlidingBytes(capacity: 256)
    #expect(Self.separators(text) == 0)
    text.append(atMost: 200) { $0.append(repeating: 0x2C, count: 200) }
    text.removeFirst(190)
    text.append(atMost: 1) { $0.append(0x2C) }
    #expect(text.count == 11)
    #expect(Self.separators(text) == 11)
    text.removeFirst(11)
    text.reserve(1)
    #expect(Self.separators(text) == 0)
  }

  /// How many commas a scan finds in the block that begins with the first byte.
  private static func separators(_ text: borrowing SlidingBytes) -> Int {
    let masks = ScanMasks()
    _ = ScanKernel.best.findCSV(in: text, at: 0, blocks: 1, separator: 0x2C, masks: masks)
    return masks[1, 0].nonzeroBitCount
  }

  @Test func whatIsNotThereIsNotDropped() async {
    await #expect(processExitsWith: .failure) {
      var text = SlidingBytes(capacity: 4)
      text.removeFirst(1)
    }
    await #expect(processExitsWith: .failure) {
      var text = SlidingBytes(capacity: 4)
      text.removeFirst(-1)
    }
    await #expect(processExitsWith: .failure) { _ = SlidingBytes(capacity: -1) }
    await #expect(processExitsWith: .failure) {
      var text = SlidingBytes(capacity: 4)
      text.append(atMost: -1) { _ in }
    }
    await #expect(processExitsWith: .failure) {
      var text = SlidingBytes(capacity: 4)
      text.append(atMost: 1) { $0.append(repeating: 0, count: 2) }
    }
  }
}
