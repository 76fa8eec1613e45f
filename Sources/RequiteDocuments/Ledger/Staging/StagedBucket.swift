/// The staged rows of one bucket: a list of places where they lie in pages that somebody else owns.
///
/// Only good as long as the stage lends those pages; see `RowStage.withRows`.
struct StagedBucket<Row: StagedRow> {
  private let record: StagedRecord<Row>
  private let places: [UnsafeRawPointer]

  /// Finds the `count` rows in `parts`, which hold whole records one after the other.
  init(_ parts: [UnsafeRawBufferPointer], count: Int, _ record: StagedRecord<Row>) {
    self.record = record
    places = Array(unsafeUninitializedCapacity: count) { places, found in
      for part in parts {
        guard var place = part.baseAddress else { continue }
        let end = place + part.count
        while place < end {
          precondition(found < count, "more rows were staged than counted")
          places.initializeElement(at: found, to: place)
          found += 1
          place += record.size(record.row(place))
        }
      }
    }
  }

  private init(_ places: [UnsafeRawPointer], _ record: StagedRecord<Row>) {
    self.places = places
    self.record = record
  }

  /// How many rows there are.
  var count: Int { places.count }

  /// A row.
  @inline(__always)
  subscript(index: Int) -> Row { record.row(places[index]) }

  /// The number of `bit` of a row that has it.
  @inline(__always)
  func number(_ index: Int, _ bit: UInt16) -> Int64 { record.number(places[index], bit) }

  /// The bytes of a row's id.
  @inline(__always)
  func id(_ index: Int) -> UnsafeRawBufferPointer { record.id(places[index]) }

  /// A row's level of an attribute.
  @inline(__always)
  func level(_ index: Int, _ attribute: Int) -> UInt32 { record.level(places[index], attribute) }

  /// Whether the id of one row comes before that of another in byte order.
  func id(_ left: Int, precedes right: Int) -> Bool {
    id(left).lexicographicallyPrecedes(id(right))
  }

  /// Whether two rows are the same to the last byte, numbers, ids and levels included.
  ///
  /// Never wrong for `true`.
  func isSame(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (record.bytes(places[left]), record.bytes(places[right]))
    return a.count == b.count && a.elementsEqual(b)
  }

  /// Some of the rows, in the order given.
  func picking(_ order: [Int]) -> StagedBucket {
    StagedBucket(order.map { places[$0] }, record)
  }
}
