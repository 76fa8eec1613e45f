import RequiteModel

/// The events of one bucket as bytes: whole threads, one after the other, each in the order of METHODS B9.
///
/// Layout, each a `NumberColumn` unless said otherwise:
///
/// - the number of rows and the number of threads, 32 bits each;
/// - for each thread its vendor and its number of events;
/// - the ids of the rows (`IdColumn`);
/// - for each thread its fingerprint, high and low half, and the pseudonym of its first event's customer, likewise;
/// - for each row its time, channel, word (direction and kind) and flags;
/// - for the rows with `Flag.agent` the agent's place in the ledger's list;
/// - for the rows with `Flag.due`, `Flag.value` and `Flag.revision` that number;
/// - for the rows with `Flag.customer` the customer's pseudonym, high and low half;
/// - the levels of the attributes.
enum InteractionBlock {
  struct Flag {
    static let due: UInt8 = 1
    static let value: UInt8 = 2
    static let revision: UInt8 = 4
    static let automated: UInt8 = 8
    static let isPublic: UInt8 = 16
    static let conflict: UInt8 = 32
    static let agent: UInt8 = 64
    /// The customer is not the one of the thread's first event.
    static let customer: UInt8 = 128
  }

  /// The order of a ledger: by thread, then as `Interaction.precedes`.
  static func order(_ bucket: StagedBucket<StagedInteraction>, _ kept: [Int]) -> [Int] {
    SpreadSort.order(kept.map { .init(key: bucket[$0].thread.high, row: $0) }) { left, right in
      let (a, b) = (bucket[left], bucket[right])
      if a.thread.low != b.thread.low { return a.thread.low < b.thread.low }
      if a.at != b.at { return a.at < b.at }
      if a.word >> 4 != b.word >> 4 { return a.word >> 4 < b.word >> 4 }
      return bucket.id(left, precedes: right)
    }
  }

  static func encode(
    _ bucket: StagedBucket<StagedInteraction>, _ choice: Deduplication, _ codes: CodeOrder, _ agents: AgentOrder,
    to writer: inout ByteWriter
  ) {
    let order = order(bucket, choice.kept)
    let rows = bucket.picking(order)
    let starts = starts(of: rows)
    let flags = flags(of: rows, starts, order, choice.conflicting)
    writer.append(UInt32(rows.count))
    writer.append(UInt32(starts.count))
    NumberColumn.append(starts.count, to: &writer) { Int64(codes.vendors[Int(rows[starts[$0]].vendor)]) }
    NumberColumn.append(starts.count, to: &writer) { thread in
      Int64((thread + 1 < starts.count ? starts[thread + 1] : rows.count) - starts[thread])
    }
    IdColumn.append(rows, to: &writer)
    appendThreads(rows, starts, to: &writer)
    NumberColumn.append(rows.count, to: &writer) { rows[$0].at }
    NumberColumn.append(rows.count, to: &writer) { Int64(codes.channels[Int(rows[$0].channel)]) }
    NumberColumn.append(rows.count, to: &writer) { Int64(rows[$0].word) }
    NumberColumn.append(rows.count, to: &writer) { Int64(flags[$0]) }
    appendOptional(rows, flags, agents, to: &writer)
    LevelColumns.append(rows, codes, to: &writer)
  }

  /// Where each thread begins.
  private static func starts(of rows: StagedBucket<StagedInteraction>) -> [Int] {
    var starts: [Int] = []
    starts.reserveCapacity(rows.count)
    for row in 0..<rows.count where row == 0 || rows[row].thread != rows[row - 1].thread { starts.append(row) }
    return starts
  }

  /// The flags of the rows, which stood at the places `order` before they were sorted.
  private static func flags(
    of rows: StagedBucket<StagedInteraction>, _ starts: [Int], _ order: [Int], _ conflicting: Set<Int>
  ) -> [UInt8] {
    var flags = (0..<rows.count).map { rows[$0].flags }
    for (thread, start) in starts.enumerated() {
      let end = thread + 1 < starts.count ? starts[thread + 1] : rows.count
      for row in start..<end where rows[row].customer != rows[start].customer { flags[row] |= Flag.customer }
    }
    if !conflicting.isEmpty {
      for row in 0..<rows.count where conflicting.contains(order[row]) { flags[row] |= Flag.conflict }
    }
    return flags
  }

  private static func appendThreads(
    _ rows: StagedBucket<StagedInteraction>, _ starts: [Int], to writer: inout ByteWriter
  ) {
    NumberColumn.append(starts.count, to: &writer) { Int64(bitPattern: rows[starts[$0]].thread.high) }
    NumberColumn.append(starts.count, to: &writer) { Int64(bitPattern: rows[starts[$0]].thread.low) }
    NumberColumn.append(starts.count, to: &writer) { Int64(bitPattern: rows[starts[$0]].customer.high) }
    NumberColumn.append(starts.count, to: &writer) { Int64(bitPattern: rows[starts[$0]].customer.low) }
  }

  /// The columns that only the rows with their flag have.
  private static func appendOptional(
    _ rows: StagedBucket<StagedInteraction>, _ flags: [UInt8], _ agents: AgentOrder, to writer: inout ByteWriter
  ) {
    append(Flag.agent, flags, to: &writer) { agents.code(rows[$0].agent) }
    append(Flag.due, flags, to: &writer) { rows.number($0, StagedInteraction.Number.due) }
    append(Flag.value, flags, to: &writer) { rows.number($0, StagedInteraction.Number.value) }
    append(Flag.revision, flags, to: &writer) { rows.number($0, StagedInteraction.Number.revision) }
    append(Flag.customer, flags, to: &writer) { Int64(bitPattern: rows[$0].customer.high) }
    append(Flag.customer, flags, to: &writer) { Int64(bitPattern: rows[$0].customer.low) }
  }

  @inline(__always)
  private static func append(_ flag: UInt8, _ flags: [UInt8], to writer: inout ByteWriter, _ number: (Int) -> Int64) {
    let marked = flags.indices.filter { flags[$0] & flag != 0 }
    NumberColumn.append(marked.count, to: &writer) { number(marked[$0]) }
  }
}
