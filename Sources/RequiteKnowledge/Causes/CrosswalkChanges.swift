import RequiteDocuments
import RequiteModel

/// How many lines of crosswalks one side knows and the other does not.
struct CrosswalkChanges {
  /// Lines that only the earlier side knows.
  let removed: Int64
  /// Lines that only the later side knows.
  let late: Int64

  /// Compares the crosswalks of both sides; only those that one side alone has are held in memory.
  init(before: Knowledge, after: Knowledge) throws {
    let (earlier, later) = (try before.ledgers(of: .crosswalk), try after.ledgers(of: .crosswalk))
    let (old, new) = (Set(earlier.map(\.digest)), Set(later.map(\.digest)))
    var gone = try CrosswalkChanges.lines(of: earlier.filter { !new.contains($0.digest) })
    var come = try CrosswalkChanges.lines(of: later.filter { !old.contains($0.digest) })
    let both = gone.intersection(come)
    gone.subtract(both)
    come.subtract(both)
    if !gone.isEmpty || !come.isEmpty {
      for line in try CrosswalkChanges.lines(of: earlier.filter { new.contains($0.digest) }) {
        gone.remove(line)
        come.remove(line)
      }
    }
    (removed, late) = (Int64(gone.count), Int64(come.count))
  }

  private static func lines(of ledgers: [LedgerReader]) throws -> Set<CrosswalkRow> {
    var lines: Set<CrosswalkRow> = []
    for ledger in ledgers {
      for bucket in 0..<Bucket.count { lines.formUnion(try ledger.crosswalk(bucket: bucket)) }
    }
    return lines
  }
}
