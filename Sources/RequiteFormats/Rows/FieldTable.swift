/// The content of the wanted columns of the current row.
///
/// Rows point into it.
struct FieldTable: ~Copyable {
  private let fields: PinnedArray<Bytes>

  init(count: Int) {
    fields = PinnedArray(repeating: Bytes(), count: count)
  }

  /// The fields for those who look into them while the table is there.
  var slots: PinnedSlots<Bytes> { fields.slots }

  /// How many fields there are.
  var count: Int { fields.count }

  /// Makes all fields empty.
  func clear() {
    fields.slots.fill(with: Bytes())
  }

  subscript(index: Int) -> Bytes {
    get { fields[index] }
    nonmutating set { fields[index] = newValue }
  }
}
