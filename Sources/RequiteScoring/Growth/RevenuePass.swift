import RequiteModel

/// Revenue as it grows while the customers of one bucket are scored.
struct RevenuePass {
  private var totals = GroupedSums(keyWidth: 2, of: RevenueTotals())
  private var conflicts = GroupedSums(keyWidth: 1, of: Int64(0))

  /// Adds all years of one customer of a vendor: deduplicated, so at most one row a year.
  mutating func add(_ customer: CustomerFacts) {
    for row in customer.revenues {
      let before = customer.revenues.first { $0.year == row.year - 1 }
      add(row, yearBefore: before?.amountMinor ?? 0)
      guard row.conflicts else { continue }
      let key: InlineArray<1, UInt64> = [UInt64(row.vendor)]
      conflicts.withSum(of: key.span) { $0 += 1 }
    }
  }

  private mutating func add(_ row: Revenue, yearBefore: Int64) {
    let key: InlineArray<2, UInt64> = [UInt64(row.vendor), UInt64(row.year)]
    totals.withSum(of: key.span) { $0.add(row, yearBefore: yearBefore) }
    guard row.amountMinor > 0 else { return }
    let next: InlineArray<2, UInt64> = [UInt64(row.vendor), UInt64(row.year + 1)]
    totals.withSum(of: next.span) { $0.previous.add(row.amountMinor) }
  }

  /// Moves the sums to the state.
  func finish(into tables: inout StateTables) {
    tables.update(.revenue) { tally in
      totals.forEach { key, totals in tally.add(totals.values.span, to: key) }
    }
    tables.update(.responseConflicts) { tally in
      conflicts.forEach { key, count in tally.add([Int128(count)].span, to: key) }
    }
  }
}
