import RequiteModel

/// Revenue as it grows while the customers of one bucket are scored.
struct RevenuePass {
  private var totals = GroupedSums(keyWidth: 2, of: RevenueTotals())
  private var conflicts = GroupedSums(keyWidth: 1, of: Int64(0))

  /// Adds all years of one customer of a vendor: deduplicated, so at most one row a year.
  mutating func add(_ customer: CustomerFacts) {
    RevenueTotals.forEachYear(of: customer.revenues) { year, change in
      let key: InlineArray<2, UInt64> = [UInt64(customer.key.vendor), UInt64(year)]
      totals.withSum(of: key.span, change)
    }
    for row in customer.revenues where row.conflicts {
      let key: InlineArray<1, UInt64> = [UInt64(row.vendor)]
      conflicts.withSum(of: key.span) { $0 += 1 }
    }
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
