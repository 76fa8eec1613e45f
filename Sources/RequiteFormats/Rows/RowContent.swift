/// What a reader knows of its current row.
///
/// It stays in one place, and a ``Row`` is no more than its address: handing over a row moves nothing.
@usableFromInline
struct RowContent {
  @usableFromInline var line = 0
  @usableFromInline var lineSpan = 1
  @usableFromInline var byteOffset = 0
  @usableFromInline var byteLength = 0
  @usableFromInline var fault: RowFault?
  /// Of a plain row the ends of its fields, the end of the row before being entry -1; of others `nil`.
  @usableFromInline var ends: UnsafePointer<UInt32>?
  /// What the ends are counted from.
  @usableFromInline var base: UnsafePointer<UInt8>
  /// The column of each wanted field; -1 for one that is not there.
  @usableFromInline let columns: UnsafePointer<Int>
  /// The fields of a row that is not plain; those of missing columns are always empty.
  @usableFromInline let fields: PinnedSlots<Bytes>

  init(columns: UnsafePointer<Int>, fields: PinnedSlots<Bytes>) {
    self.columns = columns
    self.fields = fields
    base = Bytes().start
  }

  /// A field; of a plain row it is looked up only now, as many are asked for once and some never.
  @inlinable
  @inline(__always)
  func field(_ wanted: Int) -> Bytes {
    precondition(wanted >= 0 && wanted < fields.count, "a column was read that was not asked for")
    let column = columns[wanted]
    guard let ends, column >= 0 else { return fields[wanted] }
    let start = ends[column - 1] &+ 1
    return Bytes(start: base + Int(start), count: Int(ends[column] &- start))
  }
}
