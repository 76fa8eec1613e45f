import RequiteModel

/// Collects rows in bounded memory and gives them back bucket by bucket: what exceeds the limit goes to a scratch file.
///
/// Rows are kept in order of arrival, one array for each part of them, so that taking a row is a few appends; they are
/// sorted into buckets only when memory is full or the dump has ended.
struct RowStage<Row: BitwiseCopyable> {
  private var staged: StagedBucket<Row>
  private var buckets: [UInt8] = []
  private var bucketed: BucketOrder?
  private var spills: [[Range<Int64>]] = []
  private var scratch: ScratchFile?
  private let memoryLimit: Int
  private let directory: String

  init(attributes: Int, memoryLimit: Int, directory: String) {
    staged = StagedBucket(attributes: attributes)
    self.memoryLimit = memoryLimit
    self.directory = directory
  }

  mutating func append(
    _ row: Row, bucket: Int, id: UnsafeRawBufferPointer, levels: UnsafeBufferPointer<UInt32>
  ) throws {
    staged.append(row, id: id, levels: levels)
    buckets.append(UInt8(truncatingIfNeeded: bucket))
    if staged.byteCount > memoryLimit { try spill() }
  }

  /// All rows of one bucket. Rows that were spilled come first; nothing may depend on that order.
  mutating func take(_ bucket: Int) throws -> StagedBucket<Row> {
    var rows = StagedBucket<Row>(attributes: staged.attributes)
    if let scratch {
      for extents in spills { try rows.append(spilled: scratch.read(extents[bucket])) }
    }
    let order = bucketed ?? BucketOrder(buckets)
    bucketed = order
    rows.append(from: staged, order[bucket])
    return rows
  }

  private mutating func spill() throws {
    let file = try scratch ?? ScratchFile(directory: directory)
    scratch = file
    let order = BucketOrder(buckets)
    spills.append(
      try (0..<Bucket.count).map { bucket in
        var rows = StagedBucket<Row>(attributes: staged.attributes)
        rows.append(from: staged, order[bucket])
        return try file.append(rows.spilled)
      })
    staged.removeAll()
    buckets.removeAll(keepingCapacity: true)
  }
}

/// The positions of rows by bucket: a counting sort.
private struct BucketOrder {
  private var starts = Array(repeating: 0, count: Bucket.count + 1)
  private var positions: [Int32]

  init(_ buckets: [UInt8]) {
    for bucket in buckets { starts[Int(bucket) + 1] += 1 }
    for bucket in 1...Bucket.count { starts[bucket] += starts[bucket - 1] }
    var next = starts
    positions = Array(repeating: 0, count: buckets.count)
    for (position, bucket) in buckets.enumerated() {
      positions[next[Int(bucket)]] = Int32(position)
      next[Int(bucket)] += 1
    }
  }

  subscript(bucket: Int) -> ArraySlice<Int32> {
    positions[starts[bucket]..<starts[bucket + 1]]
  }
}
