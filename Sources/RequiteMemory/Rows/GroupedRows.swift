/// Rows of one kind, dealt to groups without being moved.
///
///     let rows = GroupedRows(responses, by: [0, 2, 0], groups: 3)
///     rows.withRanges { $0[0] }   // the first and the third
public struct GroupedRows<Row: BitwiseCopyable> {
  /// The rows of every group.
  public struct Ranges {
    @usableFromInline let rows: UnsafeBufferPointer<Row>
    @usableFromInline let places: UnsafeBufferPointer<UInt32>
    @usableFromInline let ends: UnsafeBufferPointer<UInt32>

    @inlinable @inline(__always)
    init(rows: UnsafeBufferPointer<Row>, places: UnsafeBufferPointer<UInt32>, ends: UnsafeBufferPointer<UInt32>) {
      (self.rows, self.places, self.ends) = (rows, places, ends)
    }

    /// The rows of one group.
    @inlinable public subscript(group: Int) -> FactRange<Row> {
      @inline(__always)
      get {
        let start = group == 0 ? 0 : Int(ends[group - 1])
        return FactRange(UnsafeBufferPointer(rebasing: places[start..<Int(ends[group])]), of: rows)
      }
    }

    /// The rows of one group, none where there is no such group.
    @inlinable @inline(__always)
    public func rows(ofGroup group: Int) -> FactRange<Row> {
      group < ends.count - 1 ? self[group] : FactRange(UnsafeBufferPointer(rebasing: places[..<0]), of: rows)
    }
  }

  @usableFromInline let rows: [Row]
  /// Positions of rows, group after group.
  @usableFromInline let places: [UInt32]
  /// Where the places of each group end.
  @usableFromInline let ends: [UInt32]

  /// Deals each of `rows` to the group of its number, which is less than `groups`.
  ///
  /// - Complexity: O(*n*).
  @inlinable
  public init(_ rows: [Row], by groupOf: [UInt32], groups: Int) {
    precondition(groupOf.count == rows.count, "every row has a group")
    var places: [UInt32] = []
    var ends: [UInt32] = []
    CountingSort.deal(groupOf, groups: groups, number: { UInt32($0) }, into: &places, ends: &ends)
    (self.rows, self.places, self.ends) = (rows, places, ends)
  }

  /// Calls `body` with the rows of every group.
  @inlinable @inline(__always)
  public func withRanges(_ body: (Ranges) -> Void) {
    rows.withUnsafeBufferPointer { rows in
      places.withUnsafeBufferPointer { places in
        ends.withUnsafeBufferPointer { body(Ranges(rows: rows, places: places, ends: $0)) }
      }
    }
  }
}
