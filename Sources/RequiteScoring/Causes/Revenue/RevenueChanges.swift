import RequiteModel

/// What customers add to a vendor's growth on both sides of a comparison, and what differs.
///
///     var changes = RevenueChanges(words: path.words)
///     changes.add(revenues, marks: marks)   // bucket after bucket
///     changes.finish(into: &found)
///
/// Growth is of whole calendar years, so that neither a period nor a setting moves it: only what is known does.
public struct RevenueChanges {
  private let words: Plan
  private var sums: [Key: CausedChange] = [:]

  private struct Key: Hashable {
    let vendor: UInt32
    let year: Int32
    let metric: GrowthMetric
    let cause: Cause
  }

  /// Nothing has changed yet; vendors are in the codes of `words`.
  public init(words: Plan) {
    self.words = words
  }

  /// Adds what became of the customers of a bucket.
  ///
  /// - Parameters:
  ///   - revenues: all their rows of both sides.
  ///   - marks: a mark for each row.
  public mutating func add(_ revenues: [Revenue], marks: [FactMark]) {
    var customers: [CustomerKey: [CustomerYear]] = [:]
    for (row, mark) in zip(revenues, marks) where mark.stands {
      let key = CustomerKey(vendor: row.vendor, customer: row.customer)
      customers[key, default: []].append(CustomerYear(row: row, mark: mark))
    }
    for (key, rows) in customers where rows.contains(where: { $0.mark.change != .same }) {
      addCustomer(of: key.vendor, rows)
    }
  }

  private mutating func addCustomer(of vendor: UInt32, _ rows: [CustomerYear]) {
    let (before, after) = (totals(rows.filter(\.mark.standsBefore)), totals(rows.filter(\.mark.standsAfter)))
    for year in Set(before.keys).union(after.keys) {
      // A year rests on itself and on the one before.
      var involved = FactChanges()
      for row in rows where year - 1...year ~= row.row.year { involved.insert(row.mark.change) }
      let cause = Cause(.knowledge, involved.kind)
      for metric in GrowthMetric.allCases {
        let old = metric.sums(of: before[year] ?? RevenueTotals())
        let new = metric.sums(of: after[year] ?? RevenueTotals())
        guard old != new else { continue }
        let key = Key(vendor: vendor, year: year, metric: metric, cause: cause)
        sums[key, default: CausedChange(cause)].add(from: old, to: new)
      }
    }
  }

  private func totals(_ rows: [CustomerYear]) -> [Int32: RevenueTotals] {
    var years: [Int32: RevenueTotals] = [:]
    RevenueTotals.forEachYear(of: rows.map(\.row)) { year, change in change(&years[year, default: RevenueTotals()]) }
    return years
  }

  /// Tells what was found, by the names of measures.
  public func finish(into changes: inout CausedChanges) {
    let sorted = sums.sorted { $0.key.cause.kind.place < $1.key.cause.kind.place }
    for (key, change) in sorted {
      let cell = CellName(Cell(vendor: key.vendor), plan: words)
      let name = cell.metric(key.metric.rawValue, year: String(key.year))
      changes.counts[name, default: .init()].changes.append(change)
    }
  }
}

/// What a customer of a vendor brought in in one year, on the sides where it is known.
private struct CustomerYear {
  let row: Revenue
  let mark: FactMark
}

extension CausedChange {
  /// Adds one customer, whose sums are in minor units.
  fileprivate mutating func add(
    from old: (numerator: Int128, denominator: Int128), to new: (numerator: Int128, denominator: Int128)
  ) {
    let one = Int128(MetricValues.one)
    rows += 1
    numerator += (new.numerator - old.numerator) * one
    denominator += (new.denominator - old.denominator) * one
  }
}
