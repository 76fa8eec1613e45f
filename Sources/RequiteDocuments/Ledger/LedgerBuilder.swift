import RequiteFormats
import RequiteModel

/// Turns the accepted rows of one dump into a ledger, whatever their order, in bounded memory.
///
/// Rows of the same identity are settled bucket by bucket (`Deduplication`). The bytes depend on the set of rows only: not on
/// their order, on the dump's name or on how it was compressed.
///
/// Memory: `memoryLimit` bytes of rows, then the largest bucket, a 256th of the dump unless a single thread or customer is
/// larger.
public final class LedgerBuilder: RowSink {
  /// What was written.
  public struct Summary: Sendable {
    /// Rows in the ledger.
    public var accepted: Int64 = 0
    /// Rows whose identity another row holds.
    public var duplicates: Int64 = 0
  }

  private let kind: DumpKind
  private let attributes: [String]
  private var interactions: RowStage<InteractionRow>
  private var responses: RowStage<ResponseRow>
  private var erasures: [ErasureRow] = []
  private var latest: Int64?

  /// Begins a ledger of one kind of rows.
  ///
  /// - Parameters:
  ///   - attributes: the attributes whose levels come with each row.
  ///   - directory: where rows go that exceed `memoryLimit`; it must exist.
  ///   - memoryLimit: bytes of rows kept in memory.
  public init(kind: DumpKind, attributes: [String], directory: String, memoryLimit: Int = 64 << 20) {
    self.kind = kind
    self.attributes = attributes
    interactions = RowStage(attributes: attributes.count, memoryLimit: memoryLimit, directory: directory)
    responses = RowStage(attributes: attributes.count, memoryLimit: memoryLimit, directory: directory)
  }

  /// Takes an event.
  public func append(_ row: InteractionRow, id: UnsafeRawBufferPointer, levels: UnsafeBufferPointer<UInt32>) throws {
    latest = max(latest ?? .min, row.at)
    try interactions.append(row, bucket: Bucket.of(row.thread), id: id, levels: levels)
  }

  /// Takes a response.
  public func append(
    _ row: ResponseRow, bucket: Int, id: UnsafeRawBufferPointer, levels: UnsafeBufferPointer<UInt32>
  ) throws {
    let at = row.respondedAt != RowValue.absent ? row.respondedAt : row.invitedAt
    if at != RowValue.absent { latest = max(latest ?? .min, at) }
    try responses.append(row, bucket: bucket, id: id, levels: levels)
  }

  /// Takes an erasure.
  public func append(_ row: ErasureRow) throws {
    erasures.append(row)
  }
}

extension LedgerBuilder {
  /// Writes the ledger and says how many rows it took and how many it found to be duplicates.
  public func finish(dictionaries: RowDictionaries, to sink: some ByteSink) throws -> Summary {
    let codes = CodeOrder(of: dictionaries)
    var output = try BucketedOutput(sink: sink, magic: LedgerReader.magic)
    var summary = Summary()
    for bucket in 0..<Bucket.count {
      switch kind {
      case .interactions: try encodeInteractions(bucket, codes, &output, &summary)
      case .surveys: try encodeResponses(bucket, codes, &output, &summary)
      case .erasures: try output.append([], rows: 0)
      }
    }
    let forgotten = distinctErasures(codes)
    if kind == .erasures {
      summary.accepted = Int64(forgotten.count)
      summary.duplicates = Int64(erasures.count - forgotten.count)
    }
    let footer = LedgerFooter(
      kind: kind, attributes: attributes, dictionaries: codes.sorted, buckets: output.extents,
      latest: latest.map(Instant.init), erasures: forgotten)
    try output.end(footer.fields)
    return summary
  }

  private func encodeInteractions(
    _ bucket: Int, _ codes: CodeOrder, _ output: inout BucketedOutput<some ByteSink>, _ summary: inout Summary
  ) throws {
    let staged = try interactions.take(bucket)
    guard staged.count > 0 else { return try output.append([], rows: 0) }
    let choice = Deduplication(
      count: staged.count,
      identity: { staged.id($0).identity(of: codes.vendorHashes[Int(staged.rows[$0].vendor)]) },
      revision: { staged.rows[$0].revision }, conflicts: { _ in false },
      serialisation: { staged.fact($0, codes).serialisation })
    try output.append(InteractionBlock.encode(staged, choice, codes), rows: choice.kept.count)
    summary.accepted += Int64(choice.kept.count)
    summary.duplicates += Int64(staged.count - choice.kept.count)
  }

  private func encodeResponses(
    _ bucket: Int, _ codes: CodeOrder, _ output: inout BucketedOutput<some ByteSink>, _ summary: inout Summary
  ) throws {
    let staged = try responses.take(bucket)
    guard staged.count > 0 else { return try output.append([], rows: 0) }
    let choice = Deduplication(
      count: staged.count,
      identity: { staged.id($0).identity(of: codes.vendorHashes[Int(staged.rows[$0].vendor)]) },
      revision: { staged.rows[$0].revision }, conflicts: { _ in false },
      serialisation: { staged.fact($0, codes).serialisation })
    try output.append(ResponseBlock.encode(staged, choice, codes), rows: choice.kept.count)
    summary.accepted += Int64(choice.kept.count)
    summary.duplicates += Int64(staged.count - choice.kept.count)
  }

  private func distinctErasures(_ codes: CodeOrder) -> [ErasureRow] {
    let coded = erasures.map { ErasureRow(vendor: codes.vendors[Int($0.vendor)], customer: $0.customer) }
    var distinct: [ErasureRow] = []
    for row in coded.sorted() where distinct.last != row { distinct.append(row) }
    return distinct
  }
}
