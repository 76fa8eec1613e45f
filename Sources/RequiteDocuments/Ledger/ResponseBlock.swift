import RequiteModel

/// The responses of one bucket as bytes, by customer, vendor and id.
///
/// Layout: people (customers and accounts), then one column a field, in the order of `encode`, then the bytes of the ids.
/// Optional numbers stand only for the rows whose flag says so.
enum ResponseBlock {
  struct Flag {
    static let score: Int64 = 1
    static let responded: Int64 = 2
    static let invited: Int64 = 4
    static let revision: Int64 = 8
    static let survey: Int64 = 16
    static let conflict: Int64 = 32
  }

  /// The order of a ledger: by customer, then vendor, then id.
  static func order(_ bucket: StagedBucket<ResponseRow>, _ kept: [Int], _ codes: CodeOrder) -> [Int] {
    SpreadSort.order(kept.map { .init(key: bucket[$0].customer.high, row: $0) }) { left, right in
      let (a, b) = (bucket[left], bucket[right])
      if a.customer.low != b.customer.low { return a.customer.low < b.customer.low }
      let (vendor, other) = (codes.vendors[Int(a.vendor)], codes.vendors[Int(b.vendor)])
      return vendor != other ? vendor < other : bucket.id(left, precedes: right)
    }
  }

  static func encode(
    _ bucket: StagedBucket<ResponseRow>, _ choice: Deduplication, _ codes: CodeOrder, to writer: inout ByteWriter
  ) {
    let order = order(bucket, choice.kept, codes)
    let rows = bucket.picking(order)
    writer.append(UInt32(rows.count))
    appendPeople(rows, to: &writer)
    NumberColumn.append(rows.count, to: &writer) { Int64(codes.vendors[Int(rows[$0].vendor)]) }
    NumberColumn.append(rows.count, to: &writer) { Int64(rows[$0].instrument) << 4 | Int64(rows[$0].status) }
    NumberColumn.append(rows.count, to: &writer) { Int64(codes.scales[Int(rows[$0].scale)]) }
    NumberColumn.append(rows.count, to: &writer) { Int64(codes.channels[Int(rows[$0].channel)]) }
    NumberColumn.append(rows.count, to: &writer) { Int64(codes.strata[Int(rows[$0].stratum)]) }
    NumberColumn.append(rows.count, to: &writer) { rows[$0].weight }
    NumberColumn.append(rows.count, to: &writer) { rows[$0].votes }
    NumberColumn.append(rows.count, to: &writer) {
      flags(of: rows[$0], conflict: choice.conflicting.contains(order[$0]))
    }
    NumberColumn.append(rows.count, without: RowValue.absent, to: &writer) { rows[$0].score }
    NumberColumn.append(rows.count, without: RowValue.absent, to: &writer) { rows[$0].respondedAt }
    NumberColumn.append(rows.count, without: RowValue.absent, to: &writer) { rows[$0].invitedAt }
    NumberColumn.append(rows.count, without: 0, to: &writer) { rows[$0].revision }
    appendSurveys(rows, to: &writer)
    IdColumn.append(rows, to: &writer)
    LevelColumns.append(rows, codes, to: &writer)
  }

  private static func appendPeople(_ rows: StagedBucket<ResponseRow>, to writer: inout ByteWriter) {
    var people = PersonTableMaker(mentions: rows.count * 2)
    let customers = (0..<rows.count).map { people.mention(rows[$0].customer) }
    let accounts = (0..<rows.count).map { people.mention(rows[$0].account) }
    let numbers = people.finish(&writer)
    NumberColumn.append(rows.count, to: &writer) { numbers[Int(customers[$0])] }
    NumberColumn.append(rows.count, to: &writer) { numbers[Int(accounts[$0])] }
  }

  private static func appendSurveys(_ rows: StagedBucket<ResponseRow>, to writer: inout ByteWriter) {
    let stated = (0..<rows.count).filter { rows[$0].survey != .start }
    NumberColumn.append(stated.count, to: &writer) { Int64(bitPattern: rows[stated[$0]].survey.high) }
    NumberColumn.append(stated.count, to: &writer) { Int64(bitPattern: rows[stated[$0]].survey.low) }
  }

  private static func flags(of row: ResponseRow, conflict: Bool) -> Int64 {
    (row.score != RowValue.absent ? Flag.score : 0) | (row.respondedAt != RowValue.absent ? Flag.responded : 0)
      | (row.invitedAt != RowValue.absent ? Flag.invited : 0) | (row.revision != 0 ? Flag.revision : 0)
      | (row.survey != .start ? Flag.survey : 0) | (conflict ? Flag.conflict : 0)
  }
}
