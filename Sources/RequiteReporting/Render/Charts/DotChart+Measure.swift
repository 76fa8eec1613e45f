import RequiteModel

extension DotChart.Row {
  /// The row of a measure in points or shares; `remark` is why there is none, `suffix` stands behind the number.
  init(_ measure: Measure, label: String, before: Measure?, _ remark: String, suffix: String = "") {
    self.label = label
    value = measure.estimate
    if let low = measure.low, let high = measure.high, low <= high {
      interval = low...high
    } else {
      interval = nil
    }
    self.before = before?.estimate
    words = measure.estimate == nil ? "— \(remark)" : measure.valueText + suffix
  }
}
