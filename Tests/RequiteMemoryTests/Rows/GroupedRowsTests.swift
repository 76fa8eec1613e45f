import RequiteMemory
import Testing

/// Rows that belong together, without moving them.
@Suite struct GroupedRowsTests {
  @Test func rowsAreDealtToGroups() {
    let rows = GroupedRows([5, 6, 7, 8], by: [2, 0, 2, 3], groups: 5)
    rows.withRanges { ranges in #expect((0..<5).map { Array(ranges[$0]) } == [[6], [], [5, 7], [8], []]) }
  }

  @Test func noRowsLeaveEveryGroupEmpty() {
    GroupedRows([Int](), by: [], groups: 2).withRanges { #expect($0[0].isEmpty && $0[1].isEmpty) }
  }

  @Test func aGroupThatIsNotThereHasNoRows() {
    GroupedRows([5, 6, 7], by: [1, 0, 1], groups: 2).withRanges { ranges in
      #expect((0..<4).map { Array(ranges.rows(ofGroup: $0)) } == [[6], [5, 7], [], []])
    }
    GroupedRows([Int](), by: [], groups: 0).withRanges { #expect($0.rows(ofGroup: 0).isEmpty) }
  }

  /// A hint changes nothing that anybody could see.
  @Test func rowsOfAnyGroupMayBeSentFor() {
    GroupedRows([5, 6, 7, 8], by: [2, 0, 2, 3], groups: 5).withRanges { ranges in
      for group in 0..<7 { ranges.rows(ofGroup: group).willRead() }
      #expect(Array(ranges[2]) == [5, 7])
    }
  }

  @Test func placesComeWithWhatStandsBesideThem() {
    var places = GroupedPlaces()
    for (row, group) in [(4, 1), (0, 0), (2, 1)] { places.append(row, to: group) }
    places.group(count: 3)
    #expect(places.count == 3)
    var found: [[Int]] = []
    places.forEachGroup(of: [0, 1, 2, 3, 4], with: [10, 11, 12, 13, 14]) { rows, marks in
      found.append(Array(rows) + Array(marks))
    }
    #expect(found == [[0, 10], [4, 2, 14, 12]])
  }

  @Test func placesServeBucketAfterBucket() {
    var places = GroupedPlaces()
    places.append(9, to: 0)
    places.group(count: 1)
    places.removeAll()
    places.append(1, to: 0)
    places.group(count: 1)
    var found: [Int] = []
    places.forEachGroup(of: [3, 4], with: [0, 0]) { rows, _ in found += rows }
    #expect(found == [4])
  }

  @Test func placesOfOtherRowsAreNeverRead() async {
    await #expect(processExitsWith: .failure) {
      var places = GroupedPlaces()
      places.append(2, to: 0)
      places.group(count: 1)
      places.forEachGroup(of: [0, 0], with: [0, 0, 0]) { _, _ in }
    }
  }
}
