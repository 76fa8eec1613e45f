import RequiteModel

/// Hides cells that tell about too few people.
///
/// A row about at least one and fewer than `minimum` people keeps its key and loses everything else: neither a value
/// nor a count is shown, `n` is 0, the reason is `small_cell`. Employees are hidden below ten whatever the minimum.
/// Rows about nobody (nothing to count) hide nobody and stay. METHODS B8, the primary rule.
struct Suppression: Sendable {
  /// Employees know each other: METHODS B8 never shows fewer.
  private static let leastEmployees: Int64 = 10

  /// Fewer people than this are hidden; 0 and 1 switch suppression off.
  let minimum: Int64

  /// The measures of the cube as they may be shown, in the order of `rows`.
  func published(_ rows: [CubeRow]) -> [Measure] {
    rows.map { isHidden($0) ? hidden($0.measure) : $0.measure }
  }

  private func isHidden(_ row: CubeRow) -> Bool {
    guard minimum > 1, row.people > 0 else { return false }
    let least = row.measure.key.metric == LoyaltyMetric.enps ? max(minimum, Suppression.leastEmployees) : minimum
    return row.people < least
  }

  private func hidden(_ measure: Measure) -> Measure {
    Measure(key: measure.key, estimate: nil, n: 0, reason: .smallCell)
  }
}
