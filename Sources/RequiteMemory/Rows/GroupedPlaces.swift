/// The places of rows that belong together, group after group, without moving the rows.
///
///     var places = GroupedPlaces()
///     places.append(7, to: 0)
///     places.group(count: 1)
///     places.forEachGroup(of: rows, with: marks) { … }   // the eighth row and its mark
///
/// Made once and used again for every bucket.
public struct GroupedPlaces: Sendable {
  private var rows: [UInt32] = []
  private var groups: [UInt32] = []
  @usableFromInline private(set) var sorted: [UInt32] = []
  @usableFromInline private(set) var ends: [UInt32] = []
  /// One more than the greatest place.
  @usableFromInline private(set) var end = 0

  /// No places.
  public init() {}

  /// How many rows there are.
  public var count: Int { rows.count }

  /// Adds a row to a group.
  public mutating func append(_ row: Int, to group: Int) {
    rows.append(UInt32(row))
    groups.append(UInt32(group))
    end = max(end, row + 1)
  }

  /// Brings the rows of each of `count` groups together, in the order in which they came.
  ///
  /// - Complexity: O(*n*).
  public mutating func group(count: Int) {
    CountingSort.deal(groups, groups: count, number: { [rows] in rows[$0] }, into: &sorted, ends: &ends)
  }

  /// Forgets all rows.
  public mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    sorted.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    end = 0
  }

  /// Calls `body` with the rows of each group that has any, and with what stands beside each of them in `marks`.
  @inlinable
  public func forEachGroup<Row: BitwiseCopyable, Mark: BitwiseCopyable>(
    of rows: [Row], with marks: [Mark], _ body: (FactRange<Row>, FactRange<Mark>) -> Void
  ) {
    precondition(end <= rows.count && end <= marks.count, "the places of other rows were asked for")
    rows.withUnsafeBufferPointer { rows in
      marks.withUnsafeBufferPointer { marks in
        sorted.withUnsafeBufferPointer { sorted in
          var start = 0
          for end in ends.dropLast() where Int(end) > start {
            let places = UnsafeBufferPointer(rebasing: sorted[start..<Int(end)])
            body(FactRange(places, of: rows), FactRange(places, of: marks))
            start = Int(end)
          }
        }
      }
    }
  }
}
