import RequiteMemory
import Testing

@Suite struct LevelTableTests {
  @Test func levelsStandWithTheirFacts() {
    let arena = FactArena()
    let table = LevelTable(3, attributes: 2, in: arena)
    #expect((0..<3).map { Array(table.levels(of: $0)) } == [[0, 0], [0, 0], [0, 0]])
    for fact in 0..<3 {
      for attribute in 0..<2 { table[fact, attribute] = UInt32(10 * fact + attribute) }
    }
    #expect((0..<3).map { Array(table.levels(of: $0)) } == [[0, 1], [10, 11], [20, 21]])
    #expect(table[2, 1] == 21)
    #expect(LevelTable(2, attributes: 0, in: arena).levels(of: 1).isEmpty)
  }

  @Test func levelsThatAreNotThereStopTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = LevelTable(3, attributes: 2, in: FactArena())[1, 2] }
    await #expect(processExitsWith: .failure) { LevelTable(3, attributes: 2, in: FactArena())[3, 0] = 1 }
    await #expect(processExitsWith: .failure) { _ = LevelTable(3, attributes: 2, in: FactArena()).levels(of: -1) }
  }
}
