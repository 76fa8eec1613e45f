import RequiteModel

extension LedgerReader {
  /// The identities of the rows of one bucket, and nothing else of them: what it takes to see which ids come again.
  ///
  /// Empty for kinds without ids, whose rows cannot come again in another bucket.
  func identities(bucket: Int) throws -> [Hash128] {
    guard footer.buckets[bucket].rows > 0 else { return [] }
    let vendors = footer.dictionaries.vendors.map { Hash128($0) }
    var reader = try block(bucket)
    let count = try reader.readCount(ofItems: 0)
    let codes: [Int64]
    switch footer.kind {
    case .interactions: codes = try interactionVendors(&reader, count)
    case .surveys: codes = try responseVendors(&reader, count)
    case .revenue, .erasures: return []
    }
    let arena = FactArena()
    let ids = try IdColumn(from: &reader, count: count, to: arena)
    guard codes.count == count, codes.allSatisfy({ vendors.indices.contains(Int($0)) }) else { throw reader.damaged }
    return withExtendedLifetime(arena) { (0..<count).map { ids.identity($0, of: vendors[Int(codes[$0])]) } }
  }

  /// The vendor of each event, and the reader at the column of ids.
  private func interactionVendors(_ reader: inout ByteReader, _ count: Int) throws -> [Int64] {
    let threads = try reader.readCount(ofItems: 16)
    _ = try reader.readBytes(threads * 16)
    let vendors = try reader.readColumn(threads)
    let lengths = try reader.readColumn(threads)
    guard lengths.allSatisfy({ (1...Int64(count)).contains($0) }) else { throw reader.damaged }
    try reader.skipPeople()
    for _ in 0..<5 { try reader.skipColumn(count) }
    let flags = try reader.readColumn(count)
    for flag in [InteractionBlock.Flag.due, InteractionBlock.Flag.value, InteractionBlock.Flag.revision] {
      try reader.skipColumn(flags.count { $0 & flag != 0 })
    }
    return zip(vendors, lengths).flatMap { repeatElement($0, count: Int($1)) }
  }

  /// The vendor of each response, and the reader at the column of ids.
  private func responseVendors(_ reader: inout ByteReader, _ count: Int) throws -> [Int64] {
    try reader.skipPeople()
    for _ in 0..<2 { try reader.skipColumn(count) }
    let vendors = try reader.readColumn(count)
    for _ in 0..<6 { try reader.skipColumn(count) }
    let flags = try reader.readColumn(count)
    let optional = [
      ResponseBlock.Flag.score, ResponseBlock.Flag.responded, ResponseBlock.Flag.invited, ResponseBlock.Flag.revision,
      ResponseBlock.Flag.survey, ResponseBlock.Flag.survey,
    ]
    for flag in optional { try reader.skipColumn(flags.count { $0 & flag != 0 }) }
    return vendors
  }
}

extension ByteReader {
  fileprivate mutating func skipPeople() throws(DocumentFailure) {
    _ = try readBytes(try readCount(ofItems: 16) * 16)
  }

  fileprivate mutating func skipColumn(_ count: Int) throws(DocumentFailure) {
    let width = Int(try read(UInt8.self))
    _ = try read(Int64.self)
    guard NumberColumn.widths.contains(width) else { throw damaged }
    _ = try readBytes(count * width)
  }
}
