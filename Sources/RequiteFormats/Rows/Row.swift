/// One row of a dump, where it stands and what is in the wanted columns.
///
/// Valid until the reader is asked for the next one.
public struct Row {
  @usableFromInline let content: SeenValue<RowContent>

  init(_ content: SeenValue<RowContent>) {
    self.content = content
  }

  /// The physical line of its first byte, from 1.
  public var line: Int {
    content.value.line
  }

  /// How many physical lines it spans: more than one if a quoted field holds line breaks.
  public var lineSpan: Int {
    content.value.lineSpan
  }

  /// The place of its first byte in the uncompressed dump, from 0.
  public var byteOffset: Int {
    content.value.byteOffset
  }

  /// Its bytes, without the line end.
  public var byteLength: Int {
    content.value.byteLength
  }

  /// Why it cannot be used, `nil` if it can.
  ///
  /// The fields of a faulty row are all empty.
  @inlinable
  public var fault: RowFault? {
    content.value.fault
  }

  /// The content of a wanted column, by its index in the list given to ``RowReader/want(_:)``.
  ///
  /// Empty if the dump has no such column, or the row no such key.
  @inlinable
  @inline(__always)
  public func field(_ wanted: Int) -> Bytes {
    content.value.field(wanted)
  }
}
