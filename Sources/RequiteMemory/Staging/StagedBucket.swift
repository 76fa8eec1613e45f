/// The staged rows of one bucket: a list of places where they lie in pages that somebody else owns.
///
/// Only good as long as none of those pages is given back.
public struct StagedBucket<Row: StagedRow> {
  @usableFromInline let record: StagedRecord<Row>
  @usableFromInline let places: [UnsafeRawPointer]

  /// Finds the `count` rows in `parts`, which hold whole records one after the other.
  @inlinable
  public init(_ parts: [PageChain.Part], count: Int, _ record: StagedRecord<Row>) {
    self.record = record
    places = Array(unsafeUninitializedCapacity: count) { places, found in
      for part in parts {
        guard var place = UnsafeRawPointer(part.page.baseAddress) else { continue }
        let end = place + part.used
        while place < end {
          precondition(found < count, "more rows were staged than counted")
          places.initializeElement(at: found, to: place)
          found += 1
          place += record.size(record.row(place))
        }
        precondition(place == end, "a row was staged in part")
      }
    }
  }

  @inlinable
  init(_ places: [UnsafeRawPointer], _ record: StagedRecord<Row>) {
    self.places = places
    self.record = record
  }

  /// How many rows there are.
  public var count: Int { places.count }

  /// A row.
  @inlinable
  @inline(__always)
  public subscript(index: Int) -> Row { record.row(places[index]) }

  /// The number of `bit` of a row that has it.
  @inlinable
  @inline(__always)
  public func number(_ index: Int, _ bit: UInt16) -> Int64 { record.number(places[index], bit) }

  /// The bytes of a row's id.
  @inlinable
  @inline(__always)
  public func id(_ index: Int) -> Bytes { record.id(places[index]) }

  /// A row's level of an attribute.
  @inlinable
  @inline(__always)
  public func level(_ index: Int, _ attribute: Int) -> UInt32 { record.level(places[index], attribute) }

  /// Whether the id of one row comes before that of another in byte order.
  @inlinable
  public func id(_ left: Int, precedes right: Int) -> Bool {
    id(left).precedes(id(right))
  }

  /// Whether two rows are the same to the last byte, numbers, ids and levels included.
  ///
  /// Never wrong for `true`.
  @inlinable
  public func isSame(_ left: Int, _ right: Int) -> Bool {
    record.bytes(places[left]) == record.bytes(places[right])
  }

  /// Some of the rows, in the order given.
  @inlinable
  public func picking(_ order: [Int]) -> StagedBucket {
    StagedBucket(order.map { places[$0] }, record)
  }
}
