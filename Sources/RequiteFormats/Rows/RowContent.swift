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
  /// Of a plain row the ends of its fields; of others none.
  @usableFromInline var ends = FieldEnds()
  /// What the ends are counted in.
  @usableFromInline var text = Bytes()
  /// The wanted fields; in a row that is not plain they have their contents, and those of missing columns never have any.
  @usableFromInline let fields: SeenFields

  init(fields: SeenFields) {
    self.fields = fields
  }

  /// A field, which must have been asked for; of a plain row it is looked up only now, as many are asked for once and some
  /// never.
  @inlinable
  @inline(__always)
  func field(_ wanted: Int) -> Bytes {
    fields.field(wanted, by: ends, of: text)
  }
}
