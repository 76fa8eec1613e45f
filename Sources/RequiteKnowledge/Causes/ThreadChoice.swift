import RequiteDocuments
import RequiteModel

/// Threads of a bucket that are to be decoded, and the rows that are theirs.
struct ThreadChoice {
  private var threads = KeyTable(width: 2)

  /// Chooses a thread.
  mutating func insert(_ thread: Hash128) {
    threads.insert(thread.words.span)
  }

  /// Forgets all threads, for the next bucket.
  mutating func removeAll() {
    threads.removeAll()
  }

  /// The numbers of the rows of the threads, ascending.
  func rows(of columns: EventColumns) -> [UInt32] {
    var rows: [UInt32] = []
    guard threads.count > 0 else { return rows }
    columns.forEachThread { thread in
      if threads.number(of: thread.hash.words.span) != nil { for row in thread.rows { rows.append(UInt32(row)) } }
    }
    return rows
  }
}
