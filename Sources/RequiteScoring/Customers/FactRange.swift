/// Some rows of a bucket where they lie: those of one customer, in no particular order.
///
/// Neither rows are moved nor references counted for it. It must not be used outside the call it was handed to.
struct FactRange<Row: BitwiseCopyable>: RandomAccessCollection {
  private let rows: UnsafePointer<Row>?
  private let places: UnsafeBufferPointer<UInt32>

  /// The rows at some places of a bucket's rows.
  @inline(__always)
  init(_ places: UnsafeBufferPointer<UInt32>, of rows: UnsafeBufferPointer<Row>) {
    self.rows = rows.baseAddress
    self.places = places
  }

  var startIndex: Int { 0 }
  var endIndex: Int { places.count }

  subscript(index: Int) -> Row {
    @inline(__always)
    get { pointer(index).pointee }
  }

  /// Where a row lies, for those who keep it while the customer is looked at.
  @inline(__always)
  func pointer(_ index: Int) -> UnsafePointer<Row> {
    precondition(index >= 0 && index < places.count, "a row outside its customer was asked for")
    return rows.unsafelyUnwrapped + Int(places[index])
  }
}
