import RequiteModel

/// The events of one bucket as bytes: whole threads, one after the other, each in the order of METHODS B9.
///
/// Layout: threads (fingerprint, vendor, number of events), people, then one column a field, in the order of `encode`, then
/// the bytes of the ids. Optional numbers stand only for the rows whose flag says so.
enum InteractionBlock {
  struct Flag {
    static let automated: Int64 = 1
    static let isPublic: Int64 = 2
    static let due: Int64 = 4
    static let value: Int64 = 8
    static let revision: Int64 = 16
    static let conflict: Int64 = 32
  }

  /// The order of a ledger: by thread, then as `Interaction.precedes`.
  static func order(_ bucket: StagedBucket<InteractionRow>, _ kept: [Int]) -> [Int] {
    SpreadSort.order(kept.map { .init(key: bucket[$0].thread.high, row: $0) }) { left, right in
      let (a, b) = (bucket[left], bucket[right])
      if a.thread.low != b.thread.low { return a.thread.low < b.thread.low }
      if a.at != b.at { return a.at < b.at }
      if a.direction != b.direction { return a.direction < b.direction }
      return bucket.id(left, precedes: right)
    }
  }

  static func encode(
    _ bucket: StagedBucket<InteractionRow>, _ choice: Deduplication, _ codes: CodeOrder, to writer: inout ByteWriter
  ) {
    let order = order(bucket, choice.kept)
    let rows = bucket.picking(order)
    writer.append(UInt32(rows.count))
    appendThreads(rows, codes, to: &writer)
    appendPeople(rows, to: &writer)
    NumberColumn.append(rows.count, to: &writer) { rows[$0].at }
    NumberColumn.append(rows.count, to: &writer) { Int64(codes.channels[Int(rows[$0].channel)]) }
    NumberColumn.append(rows.count, to: &writer) { Int64(rows[$0].direction) << 4 | Int64(rows[$0].kind) }
    NumberColumn.append(rows.count, to: &writer) {
      flags(of: rows[$0], conflict: choice.conflicting.contains(order[$0]))
    }
    NumberColumn.append(rows.count, without: RowValue.absent, to: &writer) { rows[$0].due }
    NumberColumn.append(rows.count, without: RowValue.absent, to: &writer) { rows[$0].value }
    NumberColumn.append(rows.count, without: 0, to: &writer) { rows[$0].revision }
    IdColumn.append(rows, to: &writer)
    LevelColumns.append(rows, codes, to: &writer)
  }

  private static func appendThreads(
    _ rows: StagedBucket<InteractionRow>, _ codes: CodeOrder, to writer: inout ByteWriter
  ) {
    let starts = (0..<rows.count).filter { $0 == 0 || rows[$0].thread != rows[$0 - 1].thread }
    writer.append(UInt32(starts.count))
    writer.reserve(starts.count * 16)
    for start in starts {
      writer.append(rows[start].thread.high)
      writer.append(rows[start].thread.low)
    }
    NumberColumn.append(starts.count, to: &writer) { Int64(codes.vendors[Int(rows[starts[$0]].vendor)]) }
    let bounds = starts + [rows.count]
    NumberColumn.append(starts.count, to: &writer) { Int64(bounds[$0 + 1] - bounds[$0]) }
  }

  private static func appendPeople(_ rows: StagedBucket<InteractionRow>, to writer: inout ByteWriter) {
    var people = PersonTableMaker(mentions: rows.count * 2)
    let customers = (0..<rows.count).map { people.mention(rows[$0].customer) }
    let agents = (0..<rows.count).map { people.mention(rows[$0].agent) }
    let numbers = people.finish(&writer)
    NumberColumn.append(rows.count, to: &writer) { numbers[Int(customers[$0])] }
    NumberColumn.append(rows.count, to: &writer) { numbers[Int(agents[$0])] }
  }

  private static func flags(of row: InteractionRow, conflict: Bool) -> Int64 {
    (row.isAutomated ? Flag.automated : 0) | (row.isPublic ? Flag.isPublic : 0)
      | (row.due != RowValue.absent ? Flag.due : 0) | (row.value != RowValue.absent ? Flag.value : 0)
      | (row.revision != 0 ? Flag.revision : 0) | (conflict ? Flag.conflict : 0)
  }
}
