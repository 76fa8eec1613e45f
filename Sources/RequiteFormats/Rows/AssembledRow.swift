/// A row put together from parts of another one, for those who know only rows.
///
/// Whatever its fields point to must stay where it is as long as the row is in use.
package struct AssembledRow: ~Copyable {
  private let slot: RowSlot

  /// A row with so many fields, all of them empty.
  package init(fields: Int) {
    slot = RowSlot(columns: Array(repeating: nil, count: fields))
  }

  /// Its fields.
  package var fields: PinnedSlots<Bytes> {
    slot.fields
  }

  /// The fields as a row that stands where `row` does.
  package func standing(at row: Row) -> Row {
    slot.set(
      place: (row.line, row.lineSpan), byteOffset: row.byteOffset, byteLength: row.byteLength, fault: nil)
  }
}
