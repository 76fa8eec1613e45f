import RequiteMemory
import Testing

/// Threads that change a value in turn.
@Suite struct MonitorTests {
  private struct Stop: Error {}

  private static func isStarted(_ thread: borrowing JoinedThread?) -> Bool {
    switch thread {
    case .some: true
    case nil: false
    }
  }

  @Test func changesOfAllThreadsAreThere() throws {
    let counts = Monitor([0, 0])
    do {
      let first = JoinedThread { for _ in 0..<10_000 { counts.change { $0[0] += 1 } } }
      let second = JoinedThread { for _ in 0..<10_000 { counts.change { $0[1] += 1 } } }
      let areStarted = Self.isStarted(first) && Self.isStarted(second)
      try #require(areStarted)
    }
    #expect(counts.change { $0 } == [10_000, 10_000])
  }

  @Test func whoWaitsTakesWhatComes() throws {
    let words = Monitor<[String]>([])
    let thread = JoinedThread { for word in ["one", "two", "three"] { words.change { $0.append(word) } } }
    let isStarted = Self.isStarted(thread)
    try #require(isStarted)
    let taken = (0..<3).map { _ in words.wait { $0.isEmpty ? nil : $0.removeFirst() } }
    #expect(taken == ["one", "two", "three"])
    #expect(words.change { $0 }.isEmpty)
  }

  @Test func aFailureLeavesTheValueForOthers() {
    let value = Monitor(1)
    #expect(throws: Stop.self) { try value.change { _ in throw Stop() } }
    #expect(value.change { $0 } == 1)
  }
}
