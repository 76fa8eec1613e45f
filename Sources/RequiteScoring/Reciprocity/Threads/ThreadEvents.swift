import RequiteModel

/// The events of one thread in order: rows of the bucket that stay where they are, seen through a list of their numbers.
///
/// Valid as long as the bucket's rows and their order, which it neither copies nor keeps alive.
struct ThreadEvents: RandomAccessCollection {
  private let rows: UnsafePointer<Interaction>
  private let order: UnsafePointer<UInt64>
  /// How many events there are.
  let count: Int

  /// The events of `rows` whose numbers stand in the low halves of `order`.
  init(_ rows: UnsafeBufferPointer<Interaction>, _ order: UnsafeBufferPointer<UInt64>) {
    precondition(!order.isEmpty, "a thread has at least one event")
    self.rows = rows.baseAddress.unsafelyUnwrapped
    self.order = order.baseAddress.unsafelyUnwrapped
    count = order.count
  }

  private init(_ rows: UnsafePointer<Interaction>, _ order: UnsafePointer<UInt64>, count: Int) {
    self.rows = rows
    self.order = order
    self.count = count
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> Interaction {
    @inline(__always)
    get {
      precondition(index >= 0 && index < count, "an event outside its thread was asked for")
      return rows[Int(order[index] & 0xFFFF_FFFF)]
    }
  }

  /// The first events, up to the one at `end`.
  func upTo(_ end: Int) -> ThreadEvents {
    precondition(end >= 0 && end <= count, "a thread has no more events than it has")
    return ThreadEvents(rows, order, count: end)
  }
}
