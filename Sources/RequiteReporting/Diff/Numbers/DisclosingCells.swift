import RequiteModel

/// The cells of two tables whose difference would tell of single customers.
struct DisclosingCells {
  private let minimum: Int64
  /// The numbers that count the customers of such a cell.
  private var found: Set<MeasureKey> = []
  /// The earliest period of each of them, under its key without a period.
  private var earliest: [MeasureKey: String] = [:]

  /// Looks through all numbers of either table.
  ///
  /// - Complexity: O(*n*) time; memory for the cells found.
  init(_ entries: [MeasureDiff.Entry], rule: DisclosureRule) {
    minimum = rule.minimum
    for entry in entries where Audience.leads.contains(entry.key.metric) && discloses(entry) {
      found.insert(entry.key)
      let series = entry.key.series(of: entry.key.metric)
      // Entries are sorted by key: of one series, periods come in order.
      if earliest[series] == nil { earliest[series] = entry.key.period }
    }
  }

  /// Whether a number rests on the customers of such a cell, or of one of the periods before.
  func contains(_ key: MeasureKey) -> Bool {
    guard !found.isEmpty else { return false }
    let looksBack = Audience.looksBack(key.metric)
    return Audience.leads(of: key.metric).contains { lead in
      let isFound = found.contains(key.with(metric: lead))
      return isFound || (looksBack && earliest[key.series(of: lead)].map { $0.byteOrder(to: key.period) < 0 } ?? false)
    }
  }

  /// A number that is hidden or missing on one side leaves nothing to subtract.
  private func discloses(_ entry: MeasureDiff.Entry) -> Bool {
    guard let before = entry.before, let after = entry.after else { return false }
    guard before.reason != .smallCell, after.reason != .smallCell else { return false }
    let (difference, isTooLarge) = after.n.subtractingReportingOverflow(before.n)
    return !isTooLarge && difference != 0 && difference.magnitude < minimum.magnitude
  }
}

extension MeasureKey {
  /// Another number of the same cell.
  func with(metric: String) -> MeasureKey {
    var key = self
    key.metric = metric
    return key
  }

  /// Another number of the same part of a vendor's data, whatever the period.
  fileprivate func series(of metric: String) -> MeasureKey {
    var key = with(metric: metric)
    key.period = ""
    return key
  }
}
