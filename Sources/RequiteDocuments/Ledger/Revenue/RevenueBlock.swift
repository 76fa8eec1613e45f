import RequiteModel

/// The revenue of one bucket as bytes, by customer, vendor and year.
///
/// Layout: people, then one column a field, in the order of `encode`.
enum RevenueBlock {
  /// In the last column, above the code of how the customer came.
  static let conflictFlag: Int64 = 16

  /// The order of a ledger: by customer, then vendor, then year.
  static func order(_ bucket: StagedBucket<RevenueRow>, _ kept: [Int], _ codes: CodeOrder) -> [Int] {
    SpreadSort.order(kept.map { .init(key: bucket[$0].customer.high, row: $0) }) { left, right in
      let (a, b) = (bucket[left], bucket[right])
      if a.customer.low != b.customer.low { return a.customer.low < b.customer.low }
      let (vendor, other) = (codes.vendors[Int(a.vendor)], codes.vendors[Int(b.vendor)])
      return vendor != other ? vendor < other : a.year < b.year
    }
  }

  static func encode(
    _ bucket: StagedBucket<RevenueRow>, _ choice: Deduplication, _ codes: CodeOrder, to writer: inout ByteWriter
  ) {
    let order = order(bucket, choice.kept, codes)
    let rows = bucket.picking(order)
    writer.append(UInt32(rows.count))
    var people = PersonTableMaker(mentions: rows.count)
    let customers = (0..<rows.count).map { people.mention(rows[$0].customer) }
    let numbers = people.finish(&writer)
    NumberColumn.append(rows.count, to: &writer) { numbers[Int(customers[$0])] }
    NumberColumn.append(rows.count, to: &writer) { Int64(codes.vendors[Int(rows[$0].vendor)]) }
    NumberColumn.append(rows.count, to: &writer) { Int64(rows[$0].year) }
    NumberColumn.append(rows.count, to: &writer) { rows[$0].amountMinor }
    NumberColumn.append(rows.count, to: &writer) {
      Int64(rows[$0].acquiredBy) | (choice.conflicting.contains(order[$0]) ? conflictFlag : 0)
    }
  }
}
