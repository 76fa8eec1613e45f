import RequiteDocuments
import RequiteModel
import RequiteScoring

/// The facts of one bucket of both sides, each ledger's rows together.
struct BucketFacts<Row: CustomerRow> {
  /// The rows of a ledger among all.
  struct Run {
    let ledger: BothSides.Ledger
    let rows: Range<Int>
  }

  /// The bucket.
  let bucket: Int
  /// All rows, of which most stand on both sides.
  private(set) var rows: [Row] = []
  /// Which rows are of which ledger.
  private(set) var runs: [Run] = []

  init(bucket: Int) {
    self.bucket = bucket
  }

  /// Takes the memory of another bucket over.
  init(bucket: Int, reusing other: inout BucketFacts<Row>) {
    self.bucket = bucket
    swap(&rows, &other.rows)
    rows.removeAll(keepingCapacity: true)
  }

  /// Adds the rows of a ledger.
  mutating func append(_ ledger: BothSides.Ledger, _ read: (inout [Row]) throws -> Void) rethrows {
    let start = rows.count
    try read(&rows)
    if rows.count > start { runs.append(Run(ledger: ledger, rows: start..<rows.count)) }
  }

  /// Adds rows of ledgers' columns, decoded into `arena`.
  ///
  /// - Parameter chosen: the numbers of the rows of each, ascending; `nil` for all.
  mutating func append<Columns: FactColumns>(
    _ blocks: [SidedColumns<Columns>], _ chosen: [[UInt32]]?, arena: FactArena
  ) throws where Columns.Row == Row {
    for (place, block) in blocks.enumerated() {
      try append(block.ledger) { rows in
        if let chosen {
          try block.columns.append(chosen[place], to: &rows, arena: arena)
        } else {
          try block.columns.append(to: &rows, arena: arena)
        }
      }
    }
  }

  /// The ledger that a row came from.
  func ledger(of row: Int) -> BothSides.Ledger {
    var (low, high) = (0, runs.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].rows.upperBound <= row { low = middle + 1 } else { high = middle }
    }
    return runs[low].ledger
  }
}
