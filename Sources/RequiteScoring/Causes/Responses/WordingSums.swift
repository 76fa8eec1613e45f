import RequiteModel

/// What answers to a wording add up to, or what a cause changed of that.
struct WordingSums {
  /// Answers that came, went or became others.
  var rows: Int64 = 0
  /// Respondents.
  var respondents: Int64 = 0
  /// Σ w over good answers, in millionths.
  var good: Int128 = 0
  /// Σ w, in millionths.
  var weight: Int128 = 0

  /// Nothing.
  init() {}

  /// What a version says of a wording.
  init(_ totals: PerceptionTotals?) {
    guard let totals else { return }
    respondents = Int64(totals.respondents)
    good = totals.good
    weight = totals.weight
  }

  /// The same as if all of it came, or went, at once.
  var atOnce: WordingSums {
    var sums = self
    sums.rows = respondents
    return sums
  }

  /// Adds others, `sign` times; rows always count.
  mutating func add(_ other: WordingSums, times sign: Int64 = 1) {
    rows += other.rows
    respondents += sign * other.respondents
    good += Int128(sign) * other.good
    weight += Int128(sign) * other.weight
  }
}

/// The same of what a vendor says of itself, and of what its customers say.
struct WordingSides {
  var vendor = WordingSums()
  var customers = WordingSums()

  /// Whether both sides have answered.
  var isShared: Bool { vendor.respondents > 0 && customers.respondents > 0 }

  /// The same as if all of it came, or went, at once.
  var atOnce: WordingSides {
    var sides = self
    (sides.vendor, sides.customers) = (vendor.atOnce, customers.atOnce)
    return sides
  }

  /// Adds what one side answered.
  mutating func add(_ sums: WordingSums, of key: PerceptionKey) {
    if key.instrument == .`self` { vendor.add(sums) } else { customers.add(sums) }
  }

  /// Adds both sides of others, `sign` times; rows always count.
  mutating func add(_ other: WordingSides, times sign: Int64 = 1) {
    vendor.add(other.vendor, times: sign)
    customers.add(other.customers, times: sign)
  }

  /// Keeps the sums without rows: what a setting does is no row's doing.
  mutating func forgetRows() {
    vendor.rows = 0
    customers.rows = 0
  }

  /// What both sides did by one cause; nothing for a side on which nothing changed.
  func parts(of code: UInt32, _ cause: Int) -> [WordingChanges.Part] {
    [(CausedMetric.vendorGood, vendor), (.customerGood, customers)].compactMap { metric, sums in
      guard sums.rows != 0 || sums.good != 0 || sums.weight != 0 else { return nil }
      return WordingChanges.Part(
        vendor: code, metric: metric, cause: cause, rows: sums.rows, good: sums.good, weight: sums.weight)
    }
  }
}
