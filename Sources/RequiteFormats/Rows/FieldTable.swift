/// The content of the wanted columns of the current row.
///
/// Rows point into it.
struct FieldTable: ~Copyable {
  let start: UnsafeMutablePointer<Bytes>
  let count: Int

  init(count: Int) {
    self.count = count
    start = .allocate(capacity: count + 1)
    clear()
  }

  deinit {
    start.deallocate()
  }

  /// Makes all fields empty.
  ///
  /// An empty field needs some address; that of the table does.
  func clear() {
    let nowhere = UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
    start.update(repeating: Bytes(start: nowhere, count: 0), count: count)
  }

  subscript(index: Int) -> Bytes {
    get { start[index] }
    nonmutating set { start[index] = newValue }
  }
}
