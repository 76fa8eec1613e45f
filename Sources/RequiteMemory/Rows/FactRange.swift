/// Some rows where they lie: those of one group, in no particular order.
///
/// Neither rows are moved nor references counted for it. It must not be used outside the call it was handed to.
public struct FactRange<Row: BitwiseCopyable>: RandomAccessCollection {
  @usableFromInline let rows: UnsafeBufferPointer<Row>
  @usableFromInline let places: UnsafeBufferPointer<UInt32>

  /// The rows at some places among `rows`.
  @inlinable @inline(__always)
  init(_ places: UnsafeBufferPointer<UInt32>, of rows: UnsafeBufferPointer<Row>) {
    self.rows = rows
    self.places = places
  }

  /// 0.
  @inlinable public var startIndex: Int { 0 }
  /// How many rows there are.
  @inlinable public var endIndex: Int { places.count }

  /// A row, which must be one of the group's.
  @inlinable public subscript(index: Int) -> Row {
    @inline(__always)
    get { pointer(index).pointee }
  }

  /// Where a row lies.
  @inlinable @inline(__always)
  public func place(_ index: Int) -> RowPlace<Row> { RowPlace(pointer(index)) }

  /// The number of a row among all rows, of this group and of others.
  @inlinable @inline(__always)
  public func number(_ index: Int) -> UInt32 {
    precondition(index >= 0 && index < places.count, "a row outside its group was asked for")
    return places[index]
  }

  /// The row of a number, of whichever group.
  @inlinable @inline(__always)
  public func row(numbered number: Int) -> Row {
    precondition(number >= 0 && number < rows.count, "a row that is not there was asked for")
    return rows[number]
  }

  /// Calls `body` with the rows of some numbers.
  @inlinable
  public func withRange<Result>(at numbers: [UInt32], _ body: (FactRange) -> Result) -> Result {
    precondition(numbers.allSatisfy { $0 < rows.count }, "a row that is not there was asked for")
    return numbers.withUnsafeBufferPointer { body(FactRange($0, of: rows)) }
  }

  /// The index of a row that lies at `place`; `nil` for a row of another group.
  ///
  /// - Complexity: O(*n*).
  @inlinable
  public func index(of place: RowPlace<Row>) -> Int? {
    guard let start = rows.baseAddress else { return nil }
    let number = UInt32(truncatingIfNeeded: place.pointer - start)
    return places.firstIndex(of: number)
  }

  /// Begins to bring the rows into the cache while other work goes on.
  ///
  /// The rows of a group lie apart, where the processor does not look for the next one by itself.
  @inlinable @inline(__always)
  public func willRead() {
    for index in indices {
      CacheHint.willRead(UnsafeRawBufferPointer(start: pointer(index), count: MemoryLayout<Row>.size))
    }
  }

  @inlinable @inline(__always)
  func pointer(_ index: Int) -> UnsafePointer<Row> {
    precondition(index >= 0 && index < places.count, "a row outside its group was asked for")
    return rows.baseAddress.unsafelyUnwrapped + Int(places[index])
  }
}

extension Array where Element: BitwiseCopyable {
  /// Calls `body` with those of the elements whose numbers are `places`.
  @inlinable
  public func withRange<Result>(at places: [UInt32], _ body: (FactRange<Element>) -> Result) -> Result {
    precondition(places.allSatisfy { $0 < count }, "elements outside an array were asked for")
    return withUnsafeBufferPointer { rows in places.withUnsafeBufferPointer { body(FactRange($0, of: rows)) } }
  }
}
