import RequiteMemory
import Testing

/// Some rows of many, where they lie.
@Suite struct FactRangeTests {
  private let rows: [Int32] = [10, 11, 12, 13, 14]

  @Test func someRowsAreSeenInTheOrderOfTheirPlaces() {
    rows.withRange(at: [3, 0, 4]) { range in
      #expect(Array(range) == [13, 10, 14])
      #expect(range.indices.map { range.number($0) } == [3, 0, 4])
      #expect(range.row(numbered: 1) == 11)
    }
  }

  @Test func aPlaceIsKnownByWhereItIs() {
    let equal: [Int32] = [7, 7, 7]
    equal.withRange(at: [2, 0]) { range in
      let (first, second) = (range.place(0), range.place(1))
      #expect(first.pointee == second.pointee)
      #expect(first != second)
      #expect(first == range.place(0))
      #expect(range.index(of: second) == 1)
      range.withRange(at: [2]) { #expect($0.index(of: second) == nil) }
    }
  }

  @Test func rowsOfOtherNumbersAreARangeOfTheirOwn() {
    rows.withRange(at: [3, 0]) { range in
      range.withRange(at: [4, 0]) { #expect(Array($0) == [14, 10]) }
    }
  }

  @Test func noRowsAreARange() {
    [Int32]().withRange(at: []) { #expect($0.isEmpty) }
  }

  @Test func whatIsNotThereIsNeverRead() async {
    await #expect(processExitsWith: .failure) { [Int32(1)].withRange(at: [1]) { _ in } }
    await #expect(processExitsWith: .failure) { [Int32(1)].withRange(at: [0]) { _ = $0[1] } }
    await #expect(processExitsWith: .failure) { [Int32(1)].withRange(at: [0]) { _ = $0.row(numbered: 1) } }
  }
}
