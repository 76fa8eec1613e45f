import RequiteMemory
import Testing

@Suite struct ByteArenaTests {
  @Test func textsStayUntilAllAreTakenBack() {
    let arena = ByteArena()
    for _ in 0..<3 {
      let texts = (0..<20_000).map { number in "text \(number)".withField { arena.make(copying: $0) } }
      #expect(texts.enumerated().allSatisfy { $1.string == "text \($0)" })
      arena.reset()
    }
  }

  @Test func aTextMayBeLargerThanABlock() {
    let arena = ByteArena()
    let small = arena.make(atMost: 3) { $0.append(7) }
    let large = arena.make(atMost: 1 << 20) { target in
      target.append(repeating: 1, count: 1 << 19)
      target.append(littleEndian: 0x0908_0706_0504_0302)
    }
    #expect(Array(small) == [7])
    #expect(large.count == 1 << 19 + 8)
    #expect(Array(large.suffix(9)) == [1, 2, 3, 4, 5, 6, 7, 8, 9])
  }

  @Test func bytesAreChangedOneByOne() {
    let arena = ByteArena()
    #expect("Ab".withField { arena.make(of: $0) { $0 | 0x20 } } == "ab")
    #expect(arena.make(of: Bytes()) { $0 }.isEmpty)
  }

  @Test func whatHasNoRoomIsNotWritten() async {
    await #expect(processExitsWith: .failure) { _ = ByteArena().make(atMost: 1) { $0.append(copying: Bytes("ab")) } }
    await #expect(processExitsWith: .failure) { _ = ByteArena().make(atMost: 7) { $0.append(littleEndian: 1) } }
    await #expect(processExitsWith: .failure) { _ = ByteArena().make(atMost: -1) { _ in } }
  }
}
