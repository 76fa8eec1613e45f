import RequiteDocuments
import RequiteModel
import RequiteScoring

/// Finds the customers of a bucket who may count otherwise, by their keys and times: only their responses are decoded.
///
/// These are the customers with a response in a ledger that only one side knows, with one at an edge of the period, those
/// to whom the vendor came back on one side only, those whom only one side has forgotten, those with a response whose id
/// comes again, and those of whom their threads tell something else.
struct CustomerSelection {
  private let sides: BothSides
  private let edges: TimeEdges
  private let erasuresDiffer: Bool
  private var repeats: RepeatedIds
  private var wanted = KeyTable(width: 3)

  init(_ sides: BothSides, path: ChangePath, repeats: RepeatedIds) {
    self.sides = sides
    self.repeats = repeats
    edges = TimeEdges.responses(path)
    erasuresDiffer = sides.erasuresDiffer
  }

  /// The numbers of the rows to be decoded, ascending, for each of the ledgers' columns.
  mutating func rows(
    of blocks: [SidedColumns<ResponseColumns>], followups: [MarkedFollowup], coverage: CoverageBook
  ) throws -> [[UInt32]] {
    wanted.removeAll()
    for marked in followups where marked.mark.change != .same {
      insert(marked.followup.vendor, marked.followup.customer)
    }
    for (block, repeated) in zip(blocks, try repeats.rows(of: blocks)) { try look(through: block, repeated, coverage) }
    return try blocks.map { try rows(of: $0.columns) }
  }

  private mutating func look(
    through block: SidedColumns<ResponseColumns>, _ repeated: RepeatedIds.Rows, _ coverage: CoverageBook
  ) throws {
    var repeated = repeated
    guard block.ledger.isCommon else { return try block.columns.forEachKey { insert($0.vendor, $0.customer) } }
    try block.columns.forEachMoment { key, moments in
      let isWanted =
        repeated.pass(key.row + 1) || edges.contain(moments) || isForgottenByOne(key)
        || coverage.concerns(vendor: key.vendor, customer: key.customer)
      if isWanted { insert(key.vendor, key.customer) }
    }
  }

  private func isForgottenByOne(_ key: ResponseColumns.Key) -> Bool {
    guard erasuresDiffer else { return false }
    return sides.before.isErased(key.customer, vendor: key.vendor)
      != sides.after.isErased(key.customer, vendor: key.vendor)
  }

  private mutating func insert(_ vendor: UInt32, _ customer: Pseudonym) {
    wanted.insert(customer.words(vendor: vendor).span)
  }

  private func rows(of columns: ResponseColumns) throws -> [UInt32] {
    var rows: [UInt32] = []
    guard wanted.count > 0 else { return rows }
    try columns.forEachKey { key in
      if wanted.number(of: key.customer.words(vendor: key.vendor).span) != nil { rows.append(UInt32(key.row)) }
    }
    return rows
  }
}

extension TimeEdges {
  /// Whether a response was answered or sent where a movement may concern it.
  fileprivate func contain(_ moments: ResponseColumns.Moments) -> Bool {
    if let moment = moments.respondedAt, contains(moment) { return true }
    if let moment = moments.invitedAt, contains(moment) { return true }
    return false
  }
}
