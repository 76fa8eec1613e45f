import RequiteMemory
import Testing

@Suite struct PinnedListTests {
  @Test func aListGrowsAndIsFilledAgain() {
    var list = PinnedList<Int>()
    #expect(list.count == 0 && !list.has(0))
    for round in 1...2 {
      for number in 0..<100 { list.append(round * number) }
      #expect((0..<list.count).map { list[$0] } == (0..<100).map { round * $0 })
      list[99] = 7
      list[0] += 1
      #expect(list[99] == 7 && list[0] == 1)
      #expect(list.has(99) && !list.has(100) && !list.has(-1))
      list.removeAll()
      #expect(list.count == 0)
    }
  }

  @Test func whatIsNotThereIsNeverReached() async {
    await #expect(processExitsWith: .failure) { _ = PinnedList<Int>()[0] }
    await #expect(processExitsWith: .failure) {
      var list = PinnedList<Int>()
      list.append(1)
      _ = list[-1]
    }
    await #expect(processExitsWith: .failure) {
      var list = PinnedList<Int>()
      list.append(1)
      list.removeAll()
      list[0] = 2
    }
  }
}
