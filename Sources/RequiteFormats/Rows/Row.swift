/// One row of a dump, where it stands and what is in the wanted columns.
///
/// Valid until the reader is asked for the next one.
public struct Row {
  /// The physical line of its first byte, from 1.
  public let line: Int
  /// How many physical lines it spans: more than one if a quoted field holds line breaks.
  public let lineSpan: Int
  /// The place of its first byte in the uncompressed dump, from 0.
  public let byteOffset: Int
  /// Its bytes, without the line end.
  public let byteLength: Int
  /// Why it cannot be used, `nil` if it can.
  ///
  /// The fields of a faulty row are all empty.
  public let fault: RowFault?
  @usableFromInline let fields: UnsafePointer<Bytes>
  @usableFromInline let fieldCount: Int

  init(
    line: Int, lineSpan: Int, byteOffset: Int, byteLength: Int, fault: RowFault?, fields: borrowing FieldTable
  ) {
    self.line = line
    self.lineSpan = lineSpan
    self.byteOffset = byteOffset
    self.byteLength = byteLength
    self.fault = fault
    self.fields = UnsafePointer(fields.start)
    self.fieldCount = fields.count
  }

  /// The content of a wanted column, by its index in the list given to ``RowReader/want(_:)``.
  ///
  /// Empty if the dump has no such column, or the row no such key.
  @inlinable
  public func field(_ wanted: Int) -> Bytes {
    precondition(wanted >= 0 && wanted < fieldCount, "a column was read that was not asked for")
    return fields[wanted]
  }
}
