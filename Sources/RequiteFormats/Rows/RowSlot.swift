/// The place of a reader's current row.
struct RowSlot: ~Copyable {
  /// The wanted fields.
  private let wanted: WantedFields
  /// The row.
  private let content: PinnedValue<RowContent>

  /// A place for rows whose fields come from these columns; `nil` for a column that is not there.
  init(columns wanted: [Int?]) {
    self.wanted = WantedFields(columns: wanted)
    content = PinnedValue(RowContent(fields: self.wanted.seen))
  }

  /// The fields of a row that is not plain.
  var fields: PinnedSlots<Bytes> {
    @inline(__always) get { wanted.contents }
  }

  /// The column of a wanted field; -1 for one that is not there.
  @inline(__always)
  func column(_ field: Int) -> Int {
    wanted.seen.column(field)
  }

  /// Makes all fields empty.
  func clear() {
    fields.fill(with: Bytes())
  }

  /// The row for those who asked for it.
  @inline(__always)
  var row: Row {
    Row(content.seen)
  }

  /// Takes a row whose fields, if it has no fault, are in ``fields``.
  func set(place: (line: Int, span: Int), byteOffset: Int, byteLength: Int, fault: RowFault?) -> Row {
    put(place: place, byteOffset: byteOffset, byteLength: byteLength, fault: fault, ends: FieldEnds(), of: Bytes())
    if fault != nil { clear() }
    return row
  }

  /// Takes a row without faults and without quotes around wanted fields.
  @inline(__always)
  func setPlain(place: (line: Int, span: Int), byteOffset: Int, byteLength: Int, ends: FieldEnds, of text: Bytes) {
    put(place: place, byteOffset: byteOffset, byteLength: byteLength, fault: nil, ends: ends, of: text)
  }

  @inline(__always)
  private func put(
    place: (line: Int, span: Int), byteOffset: Int, byteLength: Int, fault: RowFault?, ends: FieldEnds, of text: Bytes
  ) {
    content.change { content in
      content.line = place.line
      content.lineSpan = place.span
      content.byteOffset = byteOffset
      content.byteLength = byteLength
      content.fault = fault
      content.ends = ends
      content.text = text
    }
  }
}
