import RequiteModel

/// Reads the identities of one ledger's rows and nothing else of them: what it takes to see which ids come again.
struct IdentityReader {
  /// The ledger.
  let ledger: LedgerReader
  private let vendors: [Hash128]
  private let arena = FactArena()

  init(_ ledger: LedgerReader) {
    self.ledger = ledger
    vendors = ledger.footer.dictionaries.vendors.map { Hash128($0) }
  }

  /// Appends the identities of the rows of one bucket.
  ///
  /// None of kinds without ids, whose rows cannot come again in another bucket.
  func append(of bucket: Int, to identities: inout [Hash128]) throws {
    guard ledger.footer.buckets[bucket].rows > 0 else { return }
    switch ledger.footer.kind {
    case .interactions: try appendEvents(of: bucket, to: &identities)
    case .surveys: try appendResponses(of: bucket, to: &identities)
    case .revenue, .erasures: break
    }
  }

  private func appendEvents(of bucket: Int, to identities: inout [Hash128]) throws {
    var reader = try ledger.block(bucket)
    let count = try reader.readCount(ofItems: 0)
    let threads = try reader.readCount(ofItems: 16)
    _ = try reader.readBytes(threads * 16)
    let codes = try PackedColumn(from: &reader, count: threads)
    let lengths = try PackedColumn(from: &reader, count: threads)
    try reader.skipPeople()
    for _ in 0..<5 { _ = try PackedColumn(from: &reader, count: count) }
    let flags = try PackedColumn(from: &reader, count: count)
    for flag in [InteractionBlock.Flag.due, InteractionBlock.Flag.value, InteractionBlock.Flag.revision] {
      _ = try SparseColumn(from: &reader, flags, flag)
    }
    arena.removeAll()
    var ids = try IdColumn(from: &reader, count: count, to: arena)
    var left = count
    for thread in 0..<threads {
      guard (1...Int64(left)).contains(lengths[thread]) else { throw reader.damaged }
      let vendor = try vendor(codes[thread], reader)
      for _ in 0..<Int(lengths[thread]) { identities.append(ids.next().identity(of: vendor)) }
      left -= Int(lengths[thread])
    }
    guard left == 0 else { throw reader.damaged }
  }

  private func appendResponses(of bucket: Int, to identities: inout [Hash128]) throws {
    var reader = try ledger.block(bucket)
    let count = try reader.readCount(ofItems: 0)
    try reader.skipPeople()
    for _ in 0..<2 { _ = try PackedColumn(from: &reader, count: count) }
    let codes = try PackedColumn(from: &reader, count: count)
    for _ in 0..<6 { _ = try PackedColumn(from: &reader, count: count) }
    let flags = try PackedColumn(from: &reader, count: count)
    let optional = [
      ResponseBlock.Flag.score, ResponseBlock.Flag.responded, ResponseBlock.Flag.invited, ResponseBlock.Flag.revision,
      ResponseBlock.Flag.survey, ResponseBlock.Flag.survey,
    ]
    for flag in optional { _ = try SparseColumn(from: &reader, flags, flag) }
    arena.removeAll()
    var ids = try IdColumn(from: &reader, count: count, to: arena)
    for row in 0..<count { identities.append(ids.next().identity(of: try vendor(codes[row], reader))) }
  }

  @inline(__always)
  private func vendor(_ code: Int64, _ reader: ByteReader) throws(DocumentFailure) -> Hash128 {
    guard code >= 0, code < vendors.count else { throw reader.damaged }
    return vendors[Int(code)]
  }
}

extension ByteReader {
  fileprivate mutating func skipPeople() throws(DocumentFailure) {
    _ = try readBytes(try readCount(ofItems: 16) * 16)
  }
}
