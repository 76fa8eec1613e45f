import RequiteMemory
import Testing

@Suite struct FactLevelsTests {
  private let arena = FactArena()

  @Test func codesAreTheSameWhereverTheyLie() {
    let (one, same) = (arena.keep([3, 0, 7]), arena.keep([3, 0, 7]))
    #expect(one == same)
    #expect(one.hashValue == same.hashValue)
    #expect(one != arena.keep([3, 0]))
    #expect(one[2] == 7)
  }

  @Test func anAttributeThatIsNotThereStopsTheProcess() async {
    await #expect(processExitsWith: .failure) { _ = FactArena().keep([3, 0])[2] }
    await #expect(processExitsWith: .failure) { _ = FactLevels()[0] }
  }
}
