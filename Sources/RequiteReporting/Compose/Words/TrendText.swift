import RequiteModel

/// What is said of trend periods beside their numbers: the change on the period before, and signals of the charts.
struct TrendText {
  let periods: [CellMeasures]

  /// Whether any period is compared with the one before.
  var tellsChange: Bool { periods.contains { $0["loyalty.change"]?.estimate != nil } }

  /// Whether any period has been held against a base.
  var tellsSignals: Bool {
    periods.contains { cell in TrendText.charts.contains { cell["\($0.family).trend_signal"]?.estimate != nil } }
  }

  /// Why there are no signals, in a sentence without its full stop; `nil` where there are some, or nothing is charted.
  func missingSignals(_ settings: Settings) -> String? {
    guard !tellsSignals else { return nil }
    let told = periods.lazy.compactMap { $0["loyalty.trend_signal"] ?? $0["reciprocity.trend_signal"] }
      .first { $0.reason == .denominatorTooSmall }
    return told.flatMap { Wording.remark(on: $0, settings: settings) }.map { "Signals: \($0.lowercasedFirst)" }
  }

  /// The change of loyalty with its interval: `+4.1 (-2.0 to 10.2)`; empty without one.
  static func change(of cell: CellMeasures) -> String {
    guard let change = cell["loyalty.change"], let points = change.estimate else { return "" }
    let text = NumberText.points(points)
    let signed = points > 0 && text != "0.0" ? "+" + text : text
    return change.intervalText.map { "\(signed) (\($0))" } ?? signed
  }

  /// What the charts take for real: `signal: loyalty down, returned up`; empty where they see noise.
  static func signal(of cell: CellMeasures) -> String {
    let signals = charts.compactMap { family, name -> String? in
      guard let sign = cell["\(family).trend_signal"]?.estimate, sign != 0 else { return nil }
      return "\(name) \(sign > 0 ? "up" : "down")"
    }
    return signals.isEmpty ? "" : "signal: " + signals.joined(separator: ", ")
  }

  private static let charts = [(family: "loyalty", name: "loyalty"), (family: "reciprocity", name: "returned")]
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
