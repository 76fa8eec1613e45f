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
    var places = kept.map { Place(bucket.rows[$0], row: $0) }
    places.sort { left, right in
      if left.thread != right.thread { return left.thread < right.thread }
      let (a, b) = (bucket.rows[left.row], bucket.rows[right.row])
      if a.thread.low != b.thread.low { return a.thread.low < b.thread.low }
      if left.at != right.at { return left.at < right.at }
      if a.direction != b.direction { return a.direction < b.direction }
      return bucket.id(left.row, precedes: right.row)
    }
    return places.map(\.row)
  }

  /// What settles most comparisons, so that sorting seldom has to look at the rows.
  private struct Place {
    let thread: UInt64
    let at: Int64
    let row: Int

    init(_ event: InteractionRow, row: Int) {
      thread = event.thread.high
      at = event.at
      self.row = row
    }
  }

  static func encode(_ bucket: StagedBucket<InteractionRow>, _ choice: Deduplication, _ codes: CodeOrder) -> [UInt8] {
    let order = order(bucket, choice.kept)
    let rows = order.map { bucket.rows[$0] }
    var writer = ByteWriter()
    writer.append(UInt32(rows.count))
    appendThreads(rows, codes, to: &writer)
    var people = PersonTableMaker(mentions: rows.count * 2)
    let customers = rows.map { people.mention($0.customer) }
    let agents = rows.map { people.mention($0.agent) }
    let numbers = people.finish(&writer)
    let flags = zip(order, rows).map { self.flags(of: $1, conflict: choice.conflicting.contains($0)) }
    NumberColumn.append(customers.map { numbers[Int($0)] }, to: &writer)
    NumberColumn.append(agents.map { numbers[Int($0)] }, to: &writer)
    NumberColumn.append(rows.map(\.at), to: &writer)
    NumberColumn.append(rows.map { Int64(codes.channels[Int($0.channel)]) }, to: &writer)
    NumberColumn.append(rows.map { Int64($0.direction) << 4 | Int64($0.kind) }, to: &writer)
    NumberColumn.append(flags, to: &writer)
    NumberColumn.append(rows.map(\.due).filter { $0 != RowValue.absent }, to: &writer)
    NumberColumn.append(rows.map(\.value).filter { $0 != RowValue.absent }, to: &writer)
    NumberColumn.append(rows.map(\.revision).filter { $0 != 0 }, to: &writer)
    IdColumn.append(bucket, order, to: &writer)
    LevelColumns.append(bucket, order, codes, to: &writer)
    return writer.bytes
  }

  private static func appendThreads(_ rows: [InteractionRow], _ codes: CodeOrder, to writer: inout ByteWriter) {
    let starts = rows.indices.filter { $0 == 0 || rows[$0].thread != rows[$0 - 1].thread }
    writer.append(UInt32(starts.count))
    for start in starts {
      writer.append(rows[start].thread.high)
      writer.append(rows[start].thread.low)
    }
    NumberColumn.append(starts.map { Int64(codes.vendors[Int(rows[$0].vendor)]) }, to: &writer)
    let ends = starts.dropFirst() + [rows.count]
    NumberColumn.append(zip(starts, ends).map { Int64($1 - $0) }, to: &writer)
  }

  private static func flags(of row: InteractionRow, conflict: Bool) -> Int64 {
    (row.isAutomated ? Flag.automated : 0) | (row.isPublic ? Flag.isPublic : 0)
      | (row.due != RowValue.absent ? Flag.due : 0) | (row.value != RowValue.absent ? Flag.value : 0)
      | (row.revision != 0 ? Flag.revision : 0) | (conflict ? Flag.conflict : 0)
  }
}
