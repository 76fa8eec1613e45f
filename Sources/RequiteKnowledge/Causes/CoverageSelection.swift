import RequiteDocuments
import RequiteModel
import RequiteScoring

/// Finds the threads of a bucket whose customers are in a book: all of them, for what is known of a customer rests on all.
///
/// A thread is its first event's customer's. Of several customers in one thread the first may be forgotten, so that another
/// one comes first; and where an id comes again, which of its rows stands is settled among all.
struct CoverageSelection {
  private let mayForget: Bool
  private var repeats: RepeatedIds
  private var choice = ThreadChoice()

  init(_ sides: BothSides, repeats: RepeatedIds) {
    self.repeats = repeats
    mayForget = !sides.before.admitsAll || !sides.after.admitsAll
  }

  /// The numbers of the rows to be decoded, ascending, for each of the ledgers' columns.
  mutating func rows(of blocks: [SidedColumns<EventColumns>], _ book: CoverageBook) throws -> [[UInt32]] {
    choice.removeAll()
    for (block, repeated) in zip(blocks, try repeats.rows(of: blocks)) {
      try look(through: block.columns, repeated, book)
    }
    return blocks.map { choice.rows(of: $0.columns) }
  }

  private mutating func look(
    through columns: EventColumns, _ repeated: RepeatedIds.Rows, _ book: CoverageBook
  ) throws {
    var repeated = repeated
    try columns.forEachThread { thread in
      var isWanted = repeated.pass(thread.rows.upperBound)
      if !isWanted {
        isWanted = try book.concerns(vendor: columns.vendor(of: thread), customer: columns.customer(of: thread))
      }
      if mayForget, !isWanted {
        isWanted = try thread.rows.contains { try columns.glance($0).isOfAnotherCustomer }
      }
      if isWanted { choice.insert(thread.hash) }
    }
  }
}
