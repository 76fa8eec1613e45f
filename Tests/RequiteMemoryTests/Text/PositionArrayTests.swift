import RequiteMemory
import RequiteTestSupport
import Testing

/// Places that a scan writes, and the views of them.
@Suite struct PositionArrayTests {
  /// What is in the array, the marks left out.
  private static func places(_ positions: borrowing PositionArray) -> [Int] {
    (0..<positions.count).map { positions[$0] }
  }

  /// Places of a row of three fields and the end of the one before.
  private static func row() -> PositionArray {
    var positions = PositionArray()
    for position: UInt32 in [0, 3, 4, 8] { positions.append(position) }
    positions.close(2)
    return positions
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func everyScanWritesBehindTheOneBefore(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for kernel in ScanKernel.available {
      let masks = ScanMasks()
      var positions = PositionArray()
      for capacity in [0, 1, 300, 5000] {
        // However little room was asked for, a scan has enough.
        positions.reset(capacity: capacity)
        var expected: [Int] = []
        for batch in 0..<3 {
          let blocks = Int.random(in: 0...64, using: &random)
          for block in 0..<blocks {
            masks[1, block] = [0, .max, 1 << 63, random.next(), random.next() & random.next()].randomElement(
              using: &random)!
            for bit in 0..<64 where masks[1, block] >> UInt64(bit) & 1 == 1 {
              expected.append(batch * 4096 + block * 64 + bit)
            }
          }
          positions.append(masks, of: 1, blocks: blocks, at: batch * 4096, kernel: kernel)
        }
        #expect(Self.places(positions) == expected)
        positions.close(3)
        #expect(positions.count == expected.count)
        #expect((0..<3).allSatisfy { positions[expected.count + $0] == Int(UInt32.max) })
        #expect(positions.place(expected.count) == nil && positions.place(-1) == nil)
        #expect(positions.place(0) == expected.first)
      }
    }
  }

  @Test func onePlaceAfterTheOtherIsAdded() {
    var positions = PositionArray()
    for position in 0..<1000 { positions.append(UInt32(position)) }
    #expect(Self.places(positions) == Array(0..<1000))
    positions.reset(capacity: 0)
    #expect(positions.count == 0 && positions.place(0) == nil)
  }

  @Test func fieldsLieBetweenTheEndsOfARow() {
    let positions = Self.row()
    let text = Bytes("abc,,def\n")
    // The row ends before its line feed, as if that were two bytes.
    let ends = positions.fields(first: 1, last: 3, from: 0, to: 7)
    #expect(ends.count == 3)
    #expect((0..<3).map { ends.field($0, of: text)?.string } == ["abc", "", "de"])
    #expect(ends.field(3, of: text) == nil && ends.field(-1, of: text) == nil)
    #expect((0..<4).map { ends.firstByte(of: $0, in: text) } == [0x61, 0x2C, 0x64, 0])
    #expect(FieldEnds().field(0, of: text) == nil && FieldEnds().firstByte(of: 0, in: text) == 0)
    let second = positions.fields(first: 2, last: 3, from: 4, to: 8)
    #expect((0..<2).map { second.field($0, of: text)?.string } == ["", "def"])
    withExtendedLifetime(positions) {}
  }

  @Test func aCursorGoesOverPlacesAndStopsAtTheMarks() {
    let positions = Self.row()
    var cursor = positions.cursor
    #expect(cursor.place == 0 && cursor.following == 3)
    cursor.skipPair()
    #expect(cursor.place == 4 && cursor.following == 8)
    cursor.skip(before: 4)
    #expect(cursor.place == 4)
    cursor.skip(before: 5)
    #expect(cursor.place == 8 && cursor.following == Int(UInt32.max))
    cursor.skip(before: .max)
    #expect(cursor.place == Int(UInt32.max))
    cursor.skip(before: -1)
    #expect(cursor.place == Int(UInt32.max))
    withExtendedLifetime(positions) {}
  }

  @Test func whatIsNotThereIsNeverReached() async {
    await #expect(processExitsWith: .failure) { _ = PositionArray()[0] }
    await #expect(processExitsWith: .failure) { _ = Self.row()[6] }
    await #expect(processExitsWith: .failure) { _ = Self.row()[-1] }
    await #expect(processExitsWith: .failure) { _ = Self.row().fields(first: 0, last: 1, from: 0, to: 1) }
    await #expect(processExitsWith: .failure) { _ = Self.row().fields(first: 2, last: 1, from: 0, to: 1) }
    await #expect(processExitsWith: .failure) { _ = Self.row().fields(first: 1, last: 6, from: 0, to: 1) }
    await #expect(processExitsWith: .failure) { _ = PositionArray().cursor }
    await #expect(processExitsWith: .failure) {
      let positions = Self.row()
      var cursor = positions.cursor
      for _ in 0..<3 { cursor.skipPair() }
    }
    await #expect(processExitsWith: .failure) {
      let positions = Self.row()
      _ = positions.fields(first: 1, last: 3, from: 0, to: 8).field(2, of: Bytes("abc,,de"))
    }
    await #expect(processExitsWith: .failure) {
      let positions = Self.row()
      _ = positions.fields(first: 1, last: 3, from: 0, to: 2).field(2, of: Bytes("abc,,def\n"))
    }
    await #expect(processExitsWith: .failure) {
      var positions = PositionArray()
      positions.append(ScanMasks(), of: 0, blocks: 65, at: 0, kernel: .best)
    }
    await #expect(processExitsWith: .failure) {
      var positions = PositionArray()
      positions.close(-1)
    }
  }
}
