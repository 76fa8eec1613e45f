import RequiteModel
import RequiteScoring

/// The facts of one bucket of both sides, each ledger's rows together.
struct BucketFacts<Row: SidedFact> {
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

/// A fact about a customer of a vendor, as sides are compared by.
protocol SidedFact: Fact, BitwiseCopyable {
  /// Code of the vendor.
  var vendor: UInt32 { get }
  /// The customer.
  var customer: Pseudonym { get }
}

extension Interaction: SidedFact {}
extension Response: SidedFact {}
extension Revenue: SidedFact {}
