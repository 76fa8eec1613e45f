import RequiteModel

/// The responses of one bucket as bytes, by customer, vendor and id.
///
/// Layout, each a `NumberColumn` unless said otherwise:
///
/// - the number of rows and the number of customers, 32 bits each;
/// - for each row its vendor;
/// - the ids of the rows (`IdColumn`);
/// - for each customer the pseudonym, high and low half, and the number of rows;
/// - for each row its word (instrument and status), scale, channel, stratum, weight, votes and flags;
/// - for the rows with `Flag.score`, `Flag.responded`, `Flag.invited` and `Flag.revision` that number;
/// - for the rows with `Flag.survey` the survey's fingerprint, high and low half;
/// - the accounts (`PersonTable`), and for each row its account's number there, 0 for none;
/// - the levels of the attributes.
enum ResponseBlock {
  struct Flag {
    static let score: Int64 = 1
    static let responded: Int64 = 2
    static let invited: Int64 = 4
    static let revision: Int64 = 8
    static let survey: Int64 = 16
    static let conflict: Int64 = 32
  }

  private typealias Number = StagedResponse.Number

  /// The order of a ledger: by customer, then vendor, then id.
  static func order(_ bucket: StagedBucket<StagedResponse>, _ kept: [Int], _ codes: CodeOrder) -> [Int] {
    SpreadSort.order(kept.map { .init(key: bucket[$0].customer.high, row: $0) }) { left, right in
      let (a, b) = (bucket[left], bucket[right])
      if a.customer.low != b.customer.low { return a.customer.low < b.customer.low }
      let (vendor, other) = (codes.vendors[Int(a.vendor)], codes.vendors[Int(b.vendor)])
      return vendor != other ? vendor < other : bucket.id(left, precedes: right)
    }
  }

  static func encode(
    _ bucket: StagedBucket<StagedResponse>, _ choice: Deduplication, _ codes: CodeOrder, to writer: inout ByteWriter
  ) {
    let order = order(bucket, choice.kept, codes)
    let rows = bucket.picking(order)
    let starts = starts(of: rows)
    let conflicting = choice.conflicting
    writer.append(UInt32(rows.count))
    writer.append(UInt32(starts.count))
    NumberColumn.append(rows.count, to: &writer) { Int64(codes.vendors[Int(rows[$0].vendor)]) }
    IdColumn.append(rows, to: &writer)
    appendCustomers(rows, starts, to: &writer)
    NumberColumn.append(rows.count, to: &writer) { Int64(rows[$0].word) }
    NumberColumn.append(rows.count, to: &writer) { Int64(codes.scales[Int(rows[$0].scale)]) }
    NumberColumn.append(rows.count, to: &writer) { Int64(codes.channels[Int(rows[$0].channel)]) }
    NumberColumn.append(rows.count, to: &writer) { Int64(codes.strata[Int(rows[$0].stratum)]) }
    NumberColumn.append(rows.count, to: &writer) { rows.weight($0) }
    NumberColumn.append(rows.count, to: &writer) { rows.votes($0) }
    NumberColumn.append(rows.count, to: &writer) {
      flags(of: rows[$0], conflict: !conflicting.isEmpty && conflicting.contains(order[$0]))
    }
    appendOptional(rows, to: &writer)
    appendAccounts(rows, to: &writer)
    LevelColumns.append(rows, codes, to: &writer)
  }

  /// Where the rows of each customer begin.
  private static func starts(of rows: StagedBucket<StagedResponse>) -> [Int] {
    var starts: [Int] = []
    starts.reserveCapacity(rows.count)
    for row in 0..<rows.count where row == 0 || rows[row].customer != rows[row - 1].customer { starts.append(row) }
    return starts
  }

  private static func appendCustomers(
    _ rows: StagedBucket<StagedResponse>, _ starts: [Int], to writer: inout ByteWriter
  ) {
    NumberColumn.append(starts.count, to: &writer) { Int64(bitPattern: rows[starts[$0]].customer.high) }
    NumberColumn.append(starts.count, to: &writer) { Int64(bitPattern: rows[starts[$0]].customer.low) }
    NumberColumn.append(starts.count, to: &writer) { customer in
      Int64((customer + 1 < starts.count ? starts[customer + 1] : rows.count) - starts[customer])
    }
  }

  /// The columns that only the rows with their flag have.
  private static func appendOptional(_ rows: StagedBucket<StagedResponse>, to writer: inout ByteWriter) {
    append(Number.score, rows, to: &writer)
    append(Number.responded, rows, to: &writer)
    append(Number.invited, rows, to: &writer)
    append(Number.revision, rows, to: &writer)
    append(Number.surveyHigh, rows, to: &writer)
    append(Number.surveyLow, rows, to: &writer)
  }

  @inline(__always)
  private static func append(_ bit: UInt16, _ rows: StagedBucket<StagedResponse>, to writer: inout ByteWriter) {
    TemporaryNumbers.with(atMost: rows.count) { numbers in
      for row in 0..<rows.count where rows[row].has(bit) { numbers.append(rows.number(row, bit)) }
    } _: {
      NumberColumn.append($0, to: &writer)
    }
  }

  private static func appendAccounts(_ rows: StagedBucket<StagedResponse>, to writer: inout ByteWriter) {
    let count = (0..<rows.count).count { rows[$0].has(Number.account) }
    var people = PersonTableMaker(mentions: count)
    let accounts = (0..<rows.count).map { people.mention(rows.account($0)) }
    let numbers = people.finish(&writer)
    NumberColumn.append(rows.count, to: &writer) { numbers[Int(accounts[$0])] }
  }

  private static func flags(of row: StagedResponse, conflict: Bool) -> Int64 {
    (row.has(Number.score) ? Flag.score : 0) | (row.has(Number.responded) ? Flag.responded : 0)
      | (row.has(Number.invited) ? Flag.invited : 0) | (row.has(Number.revision) ? Flag.revision : 0)
      | (row.has(Number.survey) ? Flag.survey : 0) | (conflict ? Flag.conflict : 0)
  }
}
