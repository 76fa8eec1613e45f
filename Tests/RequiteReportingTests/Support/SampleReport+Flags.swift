import RequiteModel
import RequiteReporting

extension SampleReport {
  /// One vendor with everything that a reader must be told about: a partial index, an open window, mixed scales, lonely
  /// strata, weights that do not fit, years of revenue, changes with signals, and more levels than are listed.
  static var flagged: Report {
    Report(
      version: version, settings: settings,
      measures: vendor("acme", promoters: 60, passives: 30, detractors: 30, share: 0.8) + diagnostics("acme")
        + trend("acme") + growth("acme") + regions("acme", 60), dumps: dumps)
  }

  /// Diagnostics that call for a sentence each, and the number that is missing for want of weights.
  static func diagnostics(_ name: String) -> [Measure] {
    let flags = [
      ("components_missing", 1.0), ("window_open", 1), ("curves_open", 1), ("mixed_scales", 2), ("lonely_strata", 3),
    ]
    return flags.map { flag, value in
      Measure(key: MeasureKey(vendor: name, metric: "diagnostics.\(flag)"), estimate: value, n: 118)
    } + [
      Measure(
        key: MeasureKey(vendor: name, metric: "loyalty.nps_raked"), estimate: nil, n: 120, reason: .notConverged)
    ]
  }

  /// A change and a signal in the second of three months, noise in the third.
  static func trend(_ name: String) -> [Measure] {
    let february = MeasureKey(vendor: name, period: "2026-02", metric: "")
    let march = MeasureKey(vendor: name, period: "2026-03", metric: "")
    return [
      Measure(key: february.with("loyalty.change"), estimate: 4.1, standardError: 3, low: -2, high: 10.2, n: 40),
      Measure(key: february.with("loyalty.trend_signal"), estimate: 1, n: 2),
      Measure(key: february.with("reciprocity.trend_signal"), estimate: -1, n: 2),
      Measure(key: march.with("loyalty.change"), estimate: -0.04, n: 40, reason: .tooFewForVariance),
      Measure(key: march.with("loyalty.trend_signal"), estimate: 0, n: 3),
    ]
  }

  /// Two years, of which the second may not be shown.
  static func growth(_ name: String) -> [Measure] {
    let (first, second) = (MeasureKey(vendor: name, period: "2024", metric: ""), "2025")
    let hidden = MeasureKey(vendor: name, period: second, metric: "")
    return [
      Measure(
        key: first.with("growth.net_revenue_retention"), estimate: 1.045, numerator: 104_500, denominator: 100_000,
        n: 64),
      Measure(key: first.with("growth.earned_growth"), estimate: 0.145, n: 64),
      Measure(key: first.with("diagnostics.new_revenue_unstated_share"), estimate: 0.25, n: 12),
      Measure(key: hidden.with("growth.earned_growth"), estimate: nil, n: 0, reason: .smallCell),
    ]
  }

  /// So many levels of a dimension: the higher the number, the more responses.
  static func regions(_ name: String, _ count: Int) -> [Measure] {
    (0..<count).map { number in
      let key = MeasureKey(
        vendor: name, dimension: "region", level: "region-\(10 + number)", metric: "loyalty.nps")
      return Measure(key: key, estimate: 10, low: 5, high: 15, n: Int64(20 + number))
    }
  }
}
