/// The places of rows that belong together, group after group, without moving the rows.
///
///     var places = GroupedPlaces()
///     places.append(7, to: 0)
///     places.group(count: 1)
///     places.forEachGroup { … }   // [7]
///
/// Made once and used again for every bucket.
public struct GroupedPlaces: Sendable {
  private var rows: [UInt32] = []
  private var groups: [UInt32] = []
  private var sorted: [UInt32] = []
  private var ends: [UInt32] = []

  /// No places.
  public init() {}

  /// How many rows there are.
  public var count: Int { rows.count }

  /// Adds a row to a group.
  @inlinable
  public mutating func append(_ row: Int, to group: Int) {
    add(UInt32(truncatingIfNeeded: row), UInt32(truncatingIfNeeded: group))
  }

  @usableFromInline
  mutating func add(_ row: UInt32, _ group: UInt32) {
    rows.append(row)
    groups.append(group)
  }

  /// Brings the rows of each of `count` groups together, in the order in which they came.
  ///
  /// - Complexity: O(*n*).
  public mutating func group(count: Int) {
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: repeatElement(0, count: count + 1))
    for group in groups { ends[Int(group) + 1] += 1 }
    for group in 0..<count { ends[group + 1] += ends[group] }
    sorted.removeAll(keepingCapacity: true)
    sorted.append(contentsOf: repeatElement(0, count: rows.count))
    for (row, group) in zip(rows, groups) {
      sorted[Int(ends[Int(group)])] = row
      ends[Int(group)] += 1
    }
    // Every beginning has moved to the end of its group.
  }

  /// Forgets all rows.
  public mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    sorted.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with the rows of each group that has any.
  func forEachGroup(_ body: (UnsafeBufferPointer<UInt32>) -> Void) {
    sorted.withUnsafeBufferPointer { sorted in
      var start = 0
      for end in ends.dropLast() where Int(end) > start {
        body(UnsafeBufferPointer(rebasing: sorted[start..<Int(end)]))
        start = Int(end)
      }
    }
  }
}

/// The marked rows of one group where they lie; good during the call that hands it over.
struct MarkedRows<Row: BitwiseCopyable> {
  let rows: UnsafeBufferPointer<Row>
  let marks: UnsafeBufferPointer<FactMark>
  let places: UnsafeBufferPointer<UInt32>

  /// How many there are.
  var count: Int { places.count }

  /// Where a row lies.
  @inline(__always)
  func pointer(_ index: Int) -> UnsafePointer<Row> {
    rows.baseAddress.unsafelyUnwrapped + Int(places[index])
  }

  /// The mark of a row.
  @inline(__always)
  func mark(_ index: Int) -> FactMark { marks[Int(places[index])] }

  /// Whether nothing became of any of them.
  var areSame: Bool { places.allSatisfy { marks[Int($0)] == .same } }

  /// The position of the row that lies at `pointer`, which is one of them.
  @inline(__always)
  func index(of pointer: UnsafePointer<Row>) -> Int {
    let place = UInt32(truncatingIfNeeded: pointer - rows.baseAddress.unsafelyUnwrapped)
    guard let index = places.firstIndex(of: place) else { preconditionFailure("a row of this group was judged") }
    return index
  }
}
