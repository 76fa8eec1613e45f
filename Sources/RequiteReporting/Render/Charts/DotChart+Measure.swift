import RequiteModel

extension DotChart.Row {
  /// The row of a measure in points or shares, multiplied by `factor`.
  ///
  /// - Parameters:
  ///   - remark: Why there is no number.
  ///   - suffix: What stands behind the number.
  init(
    _ measure: Measure, label: String, before: Measure?, _ remark: String, suffix: String = "", factor: Double = 1,
    isLeading: Bool = false
  ) {
    self.label = label
    value = measure.estimate.map { $0 * factor }
    interval = measure.interval.map { ($0.lowerBound * factor)...($0.upperBound * factor) }
    self.before = before?.estimate.map { $0 * factor }
    self.isLeading = isLeading
    words = measure.estimate == nil ? "— \(remark)" : measure.valueText + suffix
  }
}

extension Measure {
  /// The interval, where there is one.
  var interval: ClosedRange<Double>? {
    guard let low, let high, low <= high else { return nil }
    return low...high
  }
}
