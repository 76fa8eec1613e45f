import RequiteModel

/// Revenue as it grows while the customers of one bucket are scored.
struct RevenuePass {
  private var totals: [VendorYear: RevenueTotals] = [:]
  private var conflicts: [UInt32: Int128] = [:]

  /// Adds all years of one customer of a vendor: deduplicated, so at most one row a year.
  mutating func add(_ customer: CustomerFacts) {
    let years = customer.revenues.sorted { $0.year < $1.year }
    for (place, row) in years.enumerated() {
      let earlier = place > 0 && years[place - 1].year == row.year - 1 ? years[place - 1].amountMinor : 0
      add(row, yearBefore: earlier)
      if row.conflicts { conflicts[row.vendor, default: 0] += 1 }
    }
  }

  private mutating func add(_ row: Revenue, yearBefore: Int64) {
    totals[VendorYear(vendor: row.vendor, year: row.year), default: RevenueTotals()].add(row, yearBefore: yearBefore)
    guard row.amountMinor > 0 else { return }
    totals[VendorYear(vendor: row.vendor, year: row.year + 1), default: RevenueTotals()].previous.add(row.amountMinor)
  }

  /// Moves the sums to the state.
  func finish(into tables: inout StateTables) {
    tables.update(.revenue) { tally in
      for (key, value) in totals { tally.add(value.values, to: [UInt64(key.vendor), UInt64(key.year)]) }
    }
    tables.update(.responseConflicts) { tally in
      for (vendor, count) in conflicts { tally.add([count], to: [UInt64(vendor)]) }
    }
  }
}

/// A year of one vendor.
private struct VendorYear: Hashable {
  let vendor: UInt32
  let year: Int32
}
