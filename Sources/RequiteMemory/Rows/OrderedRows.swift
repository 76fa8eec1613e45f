/// Rows in an order of their own, seen through a list of their numbers: they stay where they are.
///
/// Valid as long as the rows and their order, which it neither copies nor keeps alive.
public struct OrderedRows<Row: BitwiseCopyable>: RandomAccessCollection {
  @usableFromInline let rows: UnsafePointer<Row>
  @usableFromInline let order: UnsafePointer<UInt64>
  /// How many rows there are; never 0.
  public let count: Int

  /// The rows whose numbers stand in the low halves of `order`.
  @inlinable @inline(__always)
  init(_ rows: UnsafePointer<Row>, _ order: UnsafePointer<UInt64>, count: Int) {
    self.rows = rows
    self.order = order
    self.count = count
  }

  /// 0.
  @inlinable public var startIndex: Int { 0 }
  /// How many rows there are.
  @inlinable public var endIndex: Int { count }

  /// A row, which must be one of the list's.
  @inlinable public subscript(index: Int) -> Row {
    @inline(__always)
    get {
      precondition(index >= 0 && index < count, "a row outside its list was asked for")
      return rows[Int(order[index] & 0xFFFF_FFFF)]
    }
  }

  /// The first rows, up to the one at `end`.
  @inlinable @inline(__always)
  public func upTo(_ end: Int) -> OrderedRows {
    precondition(end > 0 && end <= count, "a list has no more rows than it has, and at least one")
    return OrderedRows(rows, order, count: end)
  }
}

extension FactRange {
  /// Calls `body` with the rows of some numbers, at least one, in the order of these.
  @inlinable
  public func withOrder<Result>(_ numbers: ArraySlice<UInt64>, _ body: (OrderedRows<Row>) -> Result) -> Result {
    precondition(!numbers.isEmpty, "an order has at least one row")
    precondition(numbers.allSatisfy { $0 < rows.count }, "a row that is not there was asked for")
    return numbers.withUnsafeBufferPointer {
      body(
        OrderedRows(rows.baseAddress.unsafelyUnwrapped, $0.baseAddress.unsafelyUnwrapped, count: $0.count))
    }
  }
}
