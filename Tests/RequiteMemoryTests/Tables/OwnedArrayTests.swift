import RequiteMemory
import Testing

/// Elements that cannot be copied.
@Suite struct OwnedArrayTests {
  private final class Tally {
    var ended: [Int] = []
  }

  private struct Element: ~Copyable {
    var number: Int
    let tally: Tally

    deinit { tally.ended.append(number) }
  }

  @Test func everyElementIsChangedWhereItIsAndEndsOnce() {
    let tally = Tally()
    do {
      var array = OwnedArray(count: 3) { Element(number: $0, tally: tally) }
      array[1].number = 7
      #expect(array.count == 3)
      #expect([array[0].number, array[1].number, array[2].number] == [0, 7, 2])
      #expect(tally.ended.isEmpty)
    }
    #expect(tally.ended.sorted() == [0, 2, 7])
    _ = OwnedArray(count: 0) { Element(number: $0, tally: tally) }
    #expect(tally.ended.count == 3)
  }

  @Test func whatIsNotThereIsNeverReached() async {
    await #expect(processExitsWith: .failure) { _ = OwnedArray(count: 1) { $0 }[1] }
    await #expect(processExitsWith: .failure) { _ = OwnedArray(count: 1) { $0 }[-1] }
    await #expect(processExitsWith: .failure) {
      var array = OwnedArray(count: 0) { $0 }
      array[0] = 1
    }
    await #expect(processExitsWith: .failure) { _ = OwnedArray(count: -1) { $0 } }
  }
}
