/// A side file in which values are looked up: a table with a key.
package struct Lookup: Hashable, Sendable {
  /// The file; `nil` for the dump itself.
  package var path: String?
  /// How its text is laid out.
  package var source = SourceLayout()
  /// The column or path of the key; of two rows with the same key the first counts.
  package var key: FieldName

  /// Creates a side file with JSON lines in it.
  package init(path: String?, key: FieldName) {
    self.path = path
    self.key = key
  }
}
