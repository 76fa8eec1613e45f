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

    /// Adds what became of the `staged` rows of one bucket.
    mutating func count(_ choice: Deduplication, of staged: Int) {
      accepted += Int64(choice.kept.count)
      duplicates += Int64(staged - choice.kept.count)
    }
  }

  private let kind: DumpKind
  private let attributes: [String]
  private let keepsRepeats: Bool
  // Checking at run time that no two accesses overlap costs as much as taking a row. None do: what is called during one,
  // the encoding of a bucket and the sink of the bytes, knows nothing of the stages.
  private let interactions: PinnedValue<RowStage<StagedInteraction>>
  private let responses: PinnedValue<RowStage<StagedResponse>>
  private let revenues: PinnedValue<RowStage<RevenueRow>>
  private let crosswalk: PinnedValue<RowStage<CrosswalkRow>>
  private let agents = PinnedValue(AgentTable())
  private var erasures: [ErasureRow] = []
  private var latest: Int64?
  private var conflicting: Set<Hash128> = []

  /// Begins a ledger of one kind of rows.
  ///
  /// - Parameters:
  ///   - kind: what the rows are.
  ///   - attributes: the attributes whose levels come with each row; passed over for kinds whose rows have none.
  ///   - directory: where rows go that exceed `memoryLimit`; it must exist.
  ///   - memoryLimit: bytes of rows kept in memory.
  ///   - keepsRepeats: whether rows of one identity all stay, to be settled where they meet those of other ledgers: for a
  ///     copy of a ledger, whose rows were settled and counted once.
  public init(
    kind: DumpKind, attributes: [String], directory: String, memoryLimit: Int = 128 << 20, keepsRepeats: Bool = false
  ) {
    self.kind = kind
    self.keepsRepeats = keepsRepeats
    self.attributes = kind.hasAttributes ? attributes : []
    interactions = PinnedValue(RowStage(attributes: attributes.count, memoryLimit: memoryLimit, directory: directory))
    responses = PinnedValue(RowStage(attributes: attributes.count, memoryLimit: memoryLimit, directory: directory))
    revenues = PinnedValue(RowStage(attributes: 0, memoryLimit: memoryLimit, directory: directory))
    crosswalk = PinnedValue(RowStage(attributes: 0, memoryLimit: memoryLimit, directory: directory))
  }

  /// Takes an event.
  ///
  /// An id has at most 65,535 bytes.
  public func append(_ row: InteractionRow, id: Bytes, levels: [UInt32]) throws {
    let agent = agents.change { $0.number(of: row.agent) }
    try interactions.change {
      try $0.append(
        StagedInteraction.Source(row: row, agent: agent), bucket: Bucket.of(row.thread), id: id, levels: levels)
    }
  }

  /// Takes a response.
  ///
  /// An id has at most 65,535 bytes.
  public func append(_ row: ResponseRow, bucket: Int, id: Bytes, levels: [UInt32]) throws {
    try responses.change { try $0.append(row, bucket: bucket, id: id, levels: levels) }
  }

  /// Takes a customer's revenue of a year.
  public func append(_ row: RevenueRow, bucket: Int) throws {
    try revenues.change { try $0.append(row, bucket: bucket, id: Bytes(), levels: []) }
  }

  /// Takes a line of a crosswalk.
  public func append(_ row: CrosswalkRow) throws {
    try crosswalk.change { try $0.append(row, bucket: row.bucket, id: Bytes(), levels: []) }
  }

  /// Takes the time of a row that is not in the ledger any more, and still counts for its latest time.
  public func note(latest moment: Instant) {
    latest = max(latest ?? .min, moment.seconds)
  }

  /// Marks a row that was in conflict with another, which is not in the ledger any more.
  public func note(conflictOf identity: Hash128) {
    conflicting.insert(identity)
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
    let answerers = AgentOrder(of: agents.value.agents)
    var output = try BucketedOutput(sink: sink, magic: LedgerReader.magic)
    var summary = Summary()
    let section = try output.appendSection(rows: answerers.sorted.count) {
      AgentSection.append(answerers.sorted, to: &$0)
    }
    for bucket in 0..<Bucket.count {
      switch kind {
      case .interactions: try encodeInteractions(bucket, codes, answerers, &output, &summary)
      case .surveys: try encodeResponses(bucket, codes, &output, &summary)
      case .revenue: try encodeRevenues(bucket, codes, &output, &summary)
      case .crosswalk: try encodeCrosswalk(bucket, &output, &summary)
      case .erasures: try output.append([], rows: 0)
      }
    }
    let forgotten = distinctErasures(codes)
    if kind == .erasures {
      summary.accepted = Int64(forgotten.count)
      summary.duplicates = Int64(erasures.count - forgotten.count)
    }
    let footer = LedgerFooter(
      kind: kind, attributes: attributes, dictionaries: codes.sorted, agents: section, buckets: output.extents,
      latest: latest.map(Instant.init), erasures: forgotten)
    try output.end(footer.fields)
    return summary
  }

  private func encodeInteractions(
    _ bucket: Int, _ codes: CodeOrder, _ agents: AgentOrder, _ output: inout BucketedOutput<some ByteSink>,
    _ summary: inout Summary
  ) throws {
    try interactions.change { stage in
      try stage.withRows(of: bucket) { staged in
        let choice = settle(staged, codes, &summary) { staged.serialisation($0, codes, agents) }
        try output.append(rows: choice.kept.count) {
          if staged.count > 0 { InteractionBlock.encode(staged, choice, codes, agents, to: &$0) }
        }
      }
    }
  }

  private func encodeResponses(
    _ bucket: Int, _ codes: CodeOrder, _ output: inout BucketedOutput<some ByteSink>, _ summary: inout Summary
  ) throws {
    try responses.change { stage in
      try stage.withRows(of: bucket) { staged in
        let choice = settle(staged, codes, &summary) { staged.serialisation($0, codes) }
        try output.append(rows: choice.kept.count) {
          if staged.count > 0 { ResponseBlock.encode(staged, choice, codes, to: &$0) }
        }
      }
    }
  }

  /// Revenue has neither id nor revision nor time: what it is known by makes its identity, and it moves no `latest`.
  private func encodeRevenues(
    _ bucket: Int, _ codes: CodeOrder, _ output: inout BucketedOutput<some ByteSink>, _ summary: inout Summary
  ) throws {
    try revenues.change { stage in
      try stage.withRows(of: bucket) { staged in
        let choice = choose(
          among: staged.count, &summary, identity: { staged.fact($0, codes).identity }, revision: { _ in 0 },
          isSame: { staged.isSame($0, $1) }, serialisation: { staged.fact($0, codes).serialisation })
        try output.append(rows: choice.kept.count) {
          if staged.count > 0 { RevenueBlock.encode(staged, choice, codes, to: &$0) }
        }
      }
    }
  }

  /// Lines that say the same are one; none contradicts another, who is meant is settled where all of them meet.
  private func encodeCrosswalk(
    _ bucket: Int, _ output: inout BucketedOutput<some ByteSink>, _ summary: inout Summary
  ) throws {
    try crosswalk.change { stage in
      try stage.withRows(of: bucket) { staged in
        let rows = CrosswalkBlock.distinct(staged)
        summary.accepted += Int64(rows.count)
        summary.duplicates += Int64(staged.count - rows.count)
        try output.append(rows: rows.count) { if !rows.isEmpty { CrosswalkBlock.encode(rows, to: &$0) } }
      }
    }
  }

  /// Chooses the rows of a bucket that stand, and keeps the account.
  ///
  /// The latest time is that of all rows, those that do not stand included: otherwise it would depend on which rows share
  /// a dump.
  @inline(__always)
  private func settle<Row: StagedFact>(
    _ staged: StagedBucket<Row>, _ codes: CodeOrder, _ summary: inout Summary, serialisation: (Int) -> [UInt8]
  ) -> Deduplication {
    var greatest = latest ?? .min
    for row in 0..<staged.count { greatest = max(greatest, staged.time(row)) }
    if greatest != RowValue.absent { latest = greatest }
    return choose(
      among: staged.count, &summary,
      identity: { Hash128(staged.id($0), seed: codes.vendorHashes[Int(staged[$0].vendor)]) },
      revision: { staged.revision($0) }, isSame: { staged.isSame($0, $1) }, serialisation: serialisation)
  }

  /// Chooses among `count` rows of a bucket, and keeps the account.
  @inline(__always)
  private func choose(
    among count: Int, _ summary: inout Summary, identity: (Int) -> Hash128, revision: (Int) -> Int64,
    isSame: (Int, Int) -> Bool, serialisation: (Int) -> [UInt8]
  ) -> Deduplication {
    // Asked of every row. Next to always nothing is marked, and no identity is made for it.
    let marks = conflicting
    let isMarked = { (row: Int) in !marks.isEmpty && marks.contains(identity(row)) }
    let choice =
      keepsRepeats
      ? Deduplication(keepingAll: count, conflicts: isMarked)
      : Deduplication(
        count: count, identity: identity, revision: revision, conflicts: isMarked, isSame: isSame,
        serialisation: serialisation)
    summary.count(choice, of: count)
    return choice
  }

  private func distinctErasures(_ codes: CodeOrder) -> [ErasureRow] {
    let coded = erasures.map { ErasureRow(vendor: codes.vendors[Int($0.vendor)], customer: $0.customer) }
    var distinct: [ErasureRow] = []
    for row in coded.sorted() where distinct.last != row { distinct.append(row) }
    return distinct
  }
}

/// What responses and interactions need to be settled.
private protocol StagedFact: StagedRow {
  var vendor: UInt32 { get }
  /// The bit of the row's revision.
  static var revisionBit: UInt16 { get }
  /// The seconds since 1970 of a row of `bucket`, `RowValue.absent` where there are none.
  static func time(of index: Int, in bucket: StagedBucket<Self>) -> Int64
}

extension StagedBucket where Row: StagedFact {
  @inline(__always)
  fileprivate func time(_ index: Int) -> Int64 { Row.time(of: index, in: self) }

  fileprivate func revision(_ index: Int) -> Int64 {
    self[index].has(Row.revisionBit) ? number(index, Row.revisionBit) : 0
  }
}

extension StagedInteraction: StagedFact {
  fileprivate static var revisionBit: UInt16 { Number.revision }

  @inline(__always)
  fileprivate static func time(of index: Int, in bucket: StagedBucket<Self>) -> Int64 { bucket[index].at }
}

extension StagedResponse: StagedFact {
  fileprivate static var revisionBit: UInt16 { Number.revision }

  @inline(__always)
  fileprivate static func time(of index: Int, in bucket: StagedBucket<Self>) -> Int64 {
    let row = bucket[index]
    if row.has(Number.responded) { return bucket.number(index, Number.responded) }
    return row.has(Number.invited) ? bucket.number(index, Number.invited) : RowValue.absent
  }
}
