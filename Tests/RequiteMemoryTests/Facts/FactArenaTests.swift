import RequiteMemory
import Testing

@Suite struct FactArenaTests {
  @Test func whatIsKeptStaysAsItWasWhereMemoryIsUsedAgain() {
    let arena = FactArena()
    for round in 0..<3 {
      arena.removeAll()
      // Among them one that is larger than a page.
      let texts = (0..<40).map { String(repeating: "\(round)x\($0)", count: $0 == 20 ? 90_000 : 2_000) }
      let kept = texts.map { arena.keep($0) }
      let levels = arena.keep([1, 2, UInt32(round)])
      #expect(zip(kept, texts).allSatisfy { $0.elementsEqual($1.utf8) })
      #expect(Array(FactArena.copied(levels)) == [1, 2, UInt32(round)])
      #expect(Array(levels) == [1, 2, UInt32(round)])
    }
  }

  @Test func nothingTakesNoMemory() {
    let arena = FactArena()
    #expect(arena.keep("").isEmpty)
    #expect(arena.keep(FactLevels()).isEmpty)
  }
}

extension FactArena {
  /// The levels as an arena of their own holds them, read before it goes.
  fileprivate static func copied(_ levels: FactLevels) -> [UInt32] {
    let arena = FactArena()
    return withExtendedLifetime(arena) { Array(arena.keep(levels)) }
  }
}
