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
    var places = kept.map { (customer: bucket.rows[$0].customer, row: $0) }
    places.sort { left, right in
      if left.customer != right.customer { return left.customer < right.customer }
      let (a, b) = (codes.vendors[Int(bucket.rows[left.row].vendor)], codes.vendors[Int(bucket.rows[right.row].vendor)])
      return a != b ? a < b : bucket.id(left.row, precedes: right.row)
    }
    return places.map(\.row)
  }

  static func encode(_ bucket: StagedBucket<ResponseRow>, _ choice: Deduplication, _ codes: CodeOrder) -> [UInt8] {
    let order = order(bucket, choice.kept, codes)
    let rows = order.map { bucket.rows[$0] }
    var writer = ByteWriter()
    writer.append(UInt32(rows.count))
    var people = PersonTableMaker(mentions: rows.count * 2)
    let customers = rows.map { people.mention($0.customer) }
    let accounts = rows.map { people.mention($0.account) }
    let numbers = people.finish(&writer)
    let flags = zip(order, rows).map { self.flags(of: $1, conflict: choice.conflicting.contains($0)) }
    NumberColumn.append(customers.map { numbers[Int($0)] }, to: &writer)
    NumberColumn.append(accounts.map { numbers[Int($0)] }, to: &writer)
    NumberColumn.append(rows.map { Int64(codes.vendors[Int($0.vendor)]) }, to: &writer)
    NumberColumn.append(rows.map { Int64($0.instrument) << 4 | Int64($0.status) }, to: &writer)
    NumberColumn.append(rows.map { Int64(codes.scales[Int($0.scale)]) }, to: &writer)
    NumberColumn.append(rows.map { Int64(codes.channels[Int($0.channel)]) }, to: &writer)
    NumberColumn.append(rows.map { Int64(codes.strata[Int($0.stratum)]) }, to: &writer)
    NumberColumn.append(rows.map(\.weight), to: &writer)
    NumberColumn.append(rows.map(\.votes), to: &writer)
    NumberColumn.append(flags, to: &writer)
    NumberColumn.append(rows.map(\.score).filter { $0 != RowValue.absent }, to: &writer)
    NumberColumn.append(rows.map(\.respondedAt).filter { $0 != RowValue.absent }, to: &writer)
    NumberColumn.append(rows.map(\.invitedAt).filter { $0 != RowValue.absent }, to: &writer)
    NumberColumn.append(rows.map(\.revision).filter { $0 != 0 }, to: &writer)
    let surveys = rows.map(\.survey).filter { $0 != .start }
    NumberColumn.append(surveys.map { Int64(bitPattern: $0.high) }, to: &writer)
    NumberColumn.append(surveys.map { Int64(bitPattern: $0.low) }, to: &writer)
    IdColumn.append(bucket, order, to: &writer)
    LevelColumns.append(bucket, order, codes, to: &writer)
    return writer.bytes
  }

  private static func flags(of row: ResponseRow, conflict: Bool) -> Int64 {
    (row.score != RowValue.absent ? Flag.score : 0) | (row.respondedAt != RowValue.absent ? Flag.responded : 0)
      | (row.invitedAt != RowValue.absent ? Flag.invited : 0) | (row.revision != 0 ? Flag.revision : 0)
      | (row.survey != .start ? Flag.survey : 0) | (conflict ? Flag.conflict : 0)
  }
}
