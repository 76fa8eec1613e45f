import RequiteModel

/// Collects rows in bounded memory and gives them back bucket by bucket: what exceeds the limit goes to a scratch file.
///
/// A row goes at once to the pages of its bucket and stays there: rows are neither sorted nor moved, and a bucket's rows
/// lie close together when it is encoded.
struct RowStage<Row: StagedRow> {
  private let record: StagedRecord<Row>
  private let pool = PagePool()
  private var chains = Array(repeating: PageChain(), count: Bucket.count)
  private var spilledRows = Array(repeating: 0, count: Bucket.count)
  private var byteCount = 0
  private var spilled: [[Range<Int64>]] = Array(repeating: [], count: Bucket.count)
  private var scratch: ScratchFile?
  private let memoryLimit: Int
  private let directory: String

  init(attributes: Int, memoryLimit: Int, directory: String) {
    record = StagedRecord(attributes: attributes)
    self.memoryLimit = memoryLimit
    self.directory = directory
  }

  /// Takes a row.
  @inline(__always)
  mutating func append(_ source: Row.Source, bucket: Int, id: Bytes, levels: [UInt32]) throws {
    if byteCount > memoryLimit { try spill() }
    byteCount += chains[bucket].append(source, id: id, levels: levels, record, from: pool)
  }

  /// Lends all rows of one bucket to `body`; afterwards they are gone.
  ///
  /// Nothing may depend on their order.
  mutating func withRows<Result>(of bucket: Int, _ body: (StagedBucket<Row>) throws -> Result) throws -> Result {
    let parts = try chains[bucket].parts + reload(spilled[bucket])
    let count = chains[bucket].rowCount + spilledRows[bucket]
    chains[bucket] = PageChain()
    defer { for part in parts { pool.give(part) } }
    return try body(StagedBucket(parts, count: count, record))
  }

  private func reload(_ extents: [Range<Int64>]) throws -> [PageChain.Part] {
    guard let scratch else { return [] }
    return try extents.map { extent in
      try pool.part(of: extent.count) { try scratch.read(extent, into: &$0) }
    }
  }

  /// Moves all rows to the scratch file.
  @inline(never)
  private mutating func spill() throws {
    let file = try scratch ?? ScratchFile(directory: directory)
    scratch = file
    for bucket in 0..<Bucket.count {
      for part in chains[bucket].parts {
        spilled[bucket].append(try file.append(part.bytes))
        pool.give(part)
      }
      spilledRows[bucket] += chains[bucket].rowCount
      chains[bucket] = PageChain()
    }
    byteCount = 0
  }
}

extension RevenueRow: WholeStagedRow {}
extension CrosswalkRow: WholeStagedRow {}
