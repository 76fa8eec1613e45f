import RequiteMemory
import RequiteTestSupport
import Testing

/// Rows in order, group by group, without moving them.
@Suite struct RowOrderTests {
  private struct Row: BitwiseCopyable, Equatable {
    let group: UInt64
    let number: Int
    var counts = true
  }

  private func groups(_ rows: [Row]) -> [[Row]] {
    var order = RowOrder()
    return groups(rows, &order)
  }

  private func groups(_ rows: [Row], _ order: inout RowOrder) -> [[Row]] {
    var groups: [[Row]] = []
    order.forEachGroup(
      of: rows, where: \.counts, key: { $0.group }, areTogether: { $0.group == $1.group },
      precedes: { ($0.group, $0.number) < ($1.group, $1.number) }
    ) { groups.append(Array($0)) }
    return groups
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func theOrderIsThatOfAPlainSort(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    // Groups whose first halves are equal, groups that differ in the first digit, and rows that do not count.
    let rows = (0..<500).map { number in
      let group = UInt64.random(in: 0..<8, using: &generator) << 56 | UInt64.random(in: 0..<3, using: &generator)
      return Row(group: group, number: number * 7 % 500, counts: number % 11 != 0)
    }
    let sorted = rows.filter(\.counts).sorted { ($0.group, $0.number) < ($1.group, $1.number) }
    let expected = sorted.reduce(into: [[Row]]()) { groups, row in
      if groups.last?.last?.group == row.group { groups[groups.count - 1].append(row) } else { groups.append([row]) }
    }
    #expect(groups(rows) == expected)
    #expect(groups(rows.shuffled(using: &generator)) == expected)
  }

  @Test func itsMemoryServesAgain() {
    var order = RowOrder()
    _ = groups((0..<100).map { Row(group: UInt64($0) << 40, number: 0) }, &order)
    let row = Row(group: 3 << 60, number: 1)
    #expect(groups([row], &order) == [[row]])
    #expect(groups([], &order) == [])
  }

  @Test func theFirstRowsOfAList() {
    var order = RowOrder()
    order.forEachGroup(
      of: [3, 1, 2], where: { _ in true }, key: { _ in 0 }, areTogether: { _, _ in true }, precedes: <
    ) { rows in
      #expect(Array(rows.upTo(2)) == [1, 2])
      #expect(rows.count == 3)
    }
  }

  @Test func rowsOfARangeInAnOrderOfTheirOwn() {
    [10, 11, 12, 13].withRange(at: [1, 3]) { range in
      let order: [UInt64] = [3, 1, 0]
      #expect(range.withOrder(order[..<2]) { Array($0) } == [13, 11])
    }
  }
}
