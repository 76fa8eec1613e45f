import RequiteModel

/// The events of one thread in order: rows of the bucket that stay where they are.
typealias ThreadEvents = OrderedRows<Interaction>

/// Brings the events of a bucket into the order of METHODS B9, thread by thread, without moving them.
struct ThreadOrder {
  private var order = RowOrder()

  /// Calls `body` with each thread of `rows`, by its fingerprint; events after `end` are left out.
  ///
  /// - Complexity: O(*n*) on average where the rows of each thread come in order of time, as ledgers bring them; else
  ///   O(*n* log *n*).
  mutating func forEachThread(of rows: [Interaction], until end: Instant, _ body: (ThreadEvents) -> Void) {
    order.forEachGroup(
      of: rows, where: { $0.at <= end }, key: { $0.thread.high }, areTogether: { $0.thread == $1.thread },
      precedes: { $0.thread != $1.thread ? $0.thread < $1.thread : $0.precedes($1) }, body)
  }
}
