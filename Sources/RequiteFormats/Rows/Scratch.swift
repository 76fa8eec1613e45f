/// Room for the fields of one row that cannot be used as they are written: with doubled quotes or escapes.
struct Scratch: ~Copyable {
  private var start = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
  private var capacity = 0
  private var used = 0

  deinit {
    start.deallocate()
  }

  /// Forgets the fields of the last row and makes room for `count` bytes, as many as all fields of the row together.
  mutating func reset(capacity count: Int) {
    used = 0
    guard count > capacity else { return }
    start.deallocate()
    capacity = count * 2
    start = .allocate(capacity: capacity)
  }

  /// Where the next field goes.
  var next: UnsafeMutablePointer<UInt8> {
    start + used
  }

  /// Keeps the `count` bytes written to ``next``.
  mutating func keep(_ count: Int) -> Bytes {
    precondition(used + count <= capacity, "the fields of a row are not longer than the row")
    defer { used += count }
    return Bytes(start: start + used, count: count)
  }
}
