import RequiteModel

/// Reads the identities of one ledger's rows and nothing else of them: what it takes to see which ids come again.
///
/// A class, since there are as many as ledgers and each is asked for every bucket.
package final class IdentityReader {
  /// The ledger.
  package let ledger: LedgerReader
  private let vendors: [Hash128]
  private let arena = FactArena()

  package init(_ ledger: LedgerReader) {
    self.ledger = ledger
    vendors = ledger.footer.dictionaries.vendors.map { Hash128($0) }
  }

  /// Appends the identities of the rows of one bucket.
  ///
  /// None of kinds without ids, whose rows cannot come again in another bucket.
  package func append(of bucket: Int, to identities: inout [Hash128]) throws {
    guard ledger.footer.buckets[bucket].rows > 0 else { return }
    switch ledger.footer.kind {
    case .interactions: _ = try appendEvents(of: bucket, to: &identities)
    case .surveys: try appendResponses(of: bucket, to: &identities)
    case .revenue, .crosswalk, .erasures: break
    }
  }

  /// Appends the identities of the rows of one bucket, and the fingerprints of its threads, which only events have.
  package func append(of bucket: Int, to identities: inout [Hash128], threads: inout [Hash128]) throws {
    guard ledger.footer.kind == .interactions, ledger.footer.buckets[bucket].rows > 0 else {
      return try append(of: bucket, to: &identities)
    }
    var (count, rest) = try appendEvents(of: bucket, to: &identities)
    let hashes = try WordPairs(from: &rest, count: count)
    for thread in 0..<count { threads.append(Hash128(high: hashes.high(thread), low: hashes.low(thread))) }
  }

  /// Appends the identities of events.
  ///
  /// - Returns: how many threads they are of, and what stands behind the ids.
  private func appendEvents(of bucket: Int, to identities: inout [Hash128]) throws -> (threads: Int, rest: ByteReader) {
    var reader = try ledger.block(bucket)
    let count = try reader.readCount(ofItems: 0)
    let threads = try ThreadLengths(from: &reader, rows: count)
    arena.removeAll()
    let ids = try IdColumn(from: &reader, count: count).unpack(AllRows(count: count), to: arena)
    var row = 0
    for thread in 0..<threads.count {
      let vendor = try vendor(threads.vendors[thread], reader)
      for _ in 0..<Int(threads.lengths[thread]) {
        identities.append(ids[row].identity(of: vendor))
        row += 1
      }
    }
    return (threads.count, reader)
  }

  private func appendResponses(of bucket: Int, to identities: inout [Hash128]) throws {
    var reader = try ledger.block(bucket)
    let count = try reader.readCount(ofItems: 0)
    _ = try reader.readCount(ofItems: 0)
    let vendors = try PackedColumn(from: &reader, count: count)
    arena.removeAll()
    let ids = try IdColumn(from: &reader, count: count).unpack(AllRows(count: count), to: arena)
    for row in 0..<count { identities.append(ids[row].identity(of: try vendor(vendors[row], reader))) }
  }

  @inline(__always)
  private func vendor(_ code: Int64, _ reader: ByteReader) throws(DocumentFailure) -> Hash128 {
    guard code >= 0, code < vendors.count else { throw reader.damaged }
    return vendors[Int(code)]
  }
}
