/// The place of a reader's current row.
struct RowSlot: ~Copyable {
  /// The fields of a row that is not plain.
  let fields: FieldTable
  /// The column of each wanted field; -1 for one that is not there.
  let columns: UnsafeMutablePointer<Int>
  /// The row.
  let content: UnsafeMutablePointer<RowContent>

  /// A place for rows whose fields come from these columns; `nil` for a column that is not there.
  init(columns wanted: [Int?]) {
    fields = FieldTable(count: wanted.count)
    columns = .allocate(capacity: wanted.count + 1)
    columns.initialize(from: wanted.map { $0 ?? -1 }, count: wanted.count)
    content = .allocate(capacity: 1)
    content.initialize(to: RowContent(columns: columns, fields: fields.slots))
  }

  deinit {
    content.deallocate()
    columns.deallocate()
  }

  /// The row for those who asked for it.
  @inline(__always)
  var row: Row {
    Row(content)
  }

  /// Takes a row whose fields, if it has no fault, are in ``fields``.
  func set(place: (line: Int, span: Int), byteOffset: Int, byteLength: Int, fault: RowFault?) -> Row {
    content.pointee.line = place.line
    content.pointee.lineSpan = place.span
    content.pointee.byteOffset = byteOffset
    content.pointee.byteLength = byteLength
    content.pointee.fault = fault
    content.pointee.ends = nil
    if fault != nil { fields.clear() }
    return row
  }

  /// Takes a row without faults and without quotes around wanted fields.
  @inline(__always)
  func setPlain(
    place: (line: Int, span: Int), byteOffset: Int, byteLength: Int, base: UnsafePointer<UInt8>,
    ends: UnsafePointer<UInt32>
  ) {
    content.pointee.line = place.line
    content.pointee.lineSpan = place.span
    content.pointee.byteOffset = byteOffset
    content.pointee.byteLength = byteLength
    content.pointee.fault = nil
    content.pointee.base = base
    content.pointee.ends = ends
  }
}
