import RequiteFormats

/// An id: not empty, at most 512 bytes, no control characters.
///
/// Control characters are refused because ids appear in logs and tables, where a line break could forge a line.
enum IdentifierRule {
  static let greatestLength = 512

  @inline(__always)
  static func check(_ field: Bytes, _ column: Column) throws(Breach) {
    guard !field.isEmpty else { throw Breach(column, "empty") }
    try checkOptional(field, column)
  }

  /// An id that may be empty.
  @inline(__always)
  static func checkOptional(_ field: Bytes, _ column: Column) throws(Breach) {
    guard field.count <= greatestLength else { throw Breach(column, "too-long") }
    guard field.firstControl == nil else { throw Breach(column, "control") }
  }
}
