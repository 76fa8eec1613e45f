import RequiteDocuments
import RequiteModel
import RequiteScoring

/// Finds the threads of a bucket that may come to something else, by their keys and times: only they are decoded.
///
/// These are the threads with a row in a ledger that only one side knows, with one at an edge of the period, those that
/// wait for their first answer, those whose customer only one side has forgotten, those with a row whose id comes again,
/// and those with a follow-up, which says something about a customer.
struct ThreadSelection {
  private let sides: BothSides
  private let edges: TimeEdges
  private let erasuresDiffer: Bool
  private var repeats: RepeatedIds
  private var choice = ThreadChoice()
  private var waiting: WaitingThreads

  init(_ sides: BothSides, path: ChangePath, repeats: RepeatedIds) {
    self.sides = sides
    self.repeats = repeats
    edges = TimeEdges.events(path)
    erasuresDiffer = sides.erasuresDiffer
    waiting = WaitingThreads(path: path)
  }

  /// The numbers of the rows to be decoded, ascending, for each of the ledgers' columns.
  mutating func rows(of blocks: [SidedColumns<EventColumns>]) throws -> [[UInt32]] {
    choice.removeAll()
    waiting.removeAll()
    for (block, repeated) in zip(blocks, try repeats.rows(of: blocks)) {
      if block.ledger.isCommon {
        try look(through: block.columns, repeated)
      } else {
        block.columns.forEachThread { choice.insert($0.hash) }
      }
    }
    try waiting.findAnswers(in: blocks.map(\.columns))
    waiting.forEach { choice.insert($0) }
    return blocks.map { choice.rows(of: $0.columns) }
  }

  private mutating func look(through columns: EventColumns, _ repeated: RepeatedIds.Rows) throws {
    var repeated = repeated
    let (edges, rule) = (edges, waiting.rule)
    try columns.forEachThread { thread in
      let isRepeated = repeated.pass(thread.rows.upperBound)
      var isWanted = try isRepeated || isForgottenByOne(thread, columns)
      var wait = WaitingThreads.Sight()
      for row in thread.rows where !isWanted {
        let glance = try columns.glance(row)
        isWanted = edges.contains(glance.at) || glance.isFollowup || erasuresDiffer && glance.isOfAnotherCustomer
        wait.add(glance, rule)
      }
      if isWanted {
        choice.insert(thread.hash)
      } else if wait.mayWait {
        waiting.insert(thread.hash)
      }
    }
  }

  private func isForgottenByOne(_ thread: EventColumns.Thread, _ columns: EventColumns) throws -> Bool {
    guard erasuresDiffer else { return false }
    let (vendor, customer) = (try columns.vendor(of: thread), columns.customer(of: thread))
    return sides.before.isErased(customer, vendor: vendor) != sides.after.isErased(customer, vendor: vendor)
  }
}

extension EventColumns.Glance {
  /// Whether it tells that the vendor came back to a customer.
  fileprivate var isFollowup: Bool { kind == .surveyFollowup && direction == .outgoing }
}
