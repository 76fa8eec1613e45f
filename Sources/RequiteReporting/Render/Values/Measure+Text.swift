import RequiteModel

extension CellMeasures {
  /// The index for people, marked where it leaves out components: `61.5 partial`; `—` without one.
  func returnedText(_ settings: Settings) -> String {
    guard let returned else { return "—" }
    return missingComponents(settings).isEmpty ? returned.valueText : returned.valueText + " partial"
  }

  /// The number of responses for people, or `—`.
  var responsesText: String {
    responses.map { NumberText.count($0) } ?? "—"
  }
}

extension Measure {
  /// The metric this measures.
  var metric: Metric { Metric(named: key.metric) }

  /// The estimate for people, or `—`.
  var valueText: String {
    estimate.map { NumberText.text($0, metric.unit) } ?? "—"
  }

  /// The 95 % interval for people: `-12.3 to 5.0`; `nil` without one.
  var intervalText: String? {
    guard let low, let high else { return nil }
    guard metric.unit == .share else {
      return "\(NumberText.text(low, metric.unit)) to \(NumberText.text(high, metric.unit))"
    }
    return "\(NumberText.percent(low)) to \(NumberText.percent(high)) %"
  }

  /// What was counted out of how much: `23 of 80`; `nil` where the number is neither a share nor a mean.
  var casesText: String? {
    guard let numerator, let denominator else { return nil }
    return "\(NumberText.count(numerator)) of \(NumberText.count(denominator))"
  }
}
