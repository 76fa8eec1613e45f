import RequiteModel

/// Sound rows that wait for the pseudonyms of their people, a few at a time.
///
/// The tables of pseudonyms are larger than the fast caches, and a place in them comes in more slowly than a row is read:
/// so several rows send for theirs before the first is looked at.
struct WaitingRows<Row: BitwiseCopyable> {
  /// A row without its pseudonyms.
  struct Waiting {
    /// What is known of it.
    var row: Row
    /// Its id.
    let id: Bytes
    /// Asked of its customer.
    let customer: Pseudonymizer.Question
    /// Asked of the other person of such a row, its agent or its account; `nil` where there is nobody to ask of.
    let other: Pseudonymizer.Question?
  }

  private static var most: Int { 8 }

  private var rows: [Waiting] = []
  /// The levels of each row.
  private var levels: [[UInt32]]
  /// The texts of the rows, as those of the dump do not stay.
  private let texts = ByteArena()

  /// Nobody waits.
  ///
  /// - Parameter attributes: how many levels a row has.
  init(attributes: Int) {
    rows.reserveCapacity(Self.most)
    levels = Array(repeating: Array(repeating: 0, count: attributes), count: Self.most)
  }

  /// Whether it is time to settle those that wait.
  var isFull: Bool { rows.count == Self.most }

  /// Lets a row wait, for which there must be room.
  ///
  /// - Parameter levels: those of the row; afterwards as many that mean nothing, as a swap is cheaper than a copy.
  @inline(__always)
  mutating func append(
    _ row: Row, id: Bytes, customer: Pseudonymizer.Question, other: Pseudonymizer.Question?, levels: inout [UInt32]
  ) {
    swap(&self.levels[rows.count], &levels)
    rows.append(
      Waiting(
        row: row, id: texts.make(copying: id), customer: customer.kept(in: texts), other: other?.kept(in: texts)))
  }

  /// Calls `body` with every row, in the order they came, and with its levels; then nobody waits any more.
  @inline(__always)
  mutating func settle(_ body: (inout Waiting, [UInt32]) throws -> Void) rethrows {
    for place in rows.indices { try body(&rows[place], levels[place]) }
    rows.removeAll(keepingCapacity: true)
    texts.reset()
  }
}
