/// Where a row stands in a dump.
package struct SourcePlace: Hashable, Sendable {
  /// The physical line of its first byte, from 1.
  package var line: Int
  /// The place of its first byte, from 0.
  package var byteOffset: Int
  /// Its bytes, without the line end.
  package var byteLength: Int

  /// Creates a place.
  package init(line: Int, byteOffset: Int, byteLength: Int) {
    self.line = line
    self.byteOffset = byteOffset
    self.byteLength = byteLength
  }

  /// Where the reader of rows found a row.
  package init(_ row: Row) {
    self.init(line: row.line, byteOffset: row.byteOffset, byteLength: row.byteLength)
  }
}

/// A stream that rewrites a text, and knows where what it gave stood before.
package protocol RewritingStream: AnyObject, ByteStream {
  /// Where a row of the rewritten text stands in the text it was made of.
  ///
  /// To be asked of every row, in their order: what lies before a row is forgotten.
  func place(before place: SourcePlace) -> SourcePlace
}
