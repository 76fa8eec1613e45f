/// Numbers for people: at most the decimals that mean something, the unit beside it.
///
/// The minus is ASCII; HTML puts the typographic one in its place.
package enum NumberText {
  /// `value` in its metric's unit: `32.5`, `85.3 %`, `2 h 5 min`, `1,204`.
  package static func text(_ value: Double, _ unit: MetricUnit) -> String {
    switch unit {
    case .points: points(value)
    case .share: percent(value) + " %"
    case .score: FixedDecimal.text(of: value, places: 1)
    case .seconds: duration(value)
    case .count: count(value)
    case .coefficient: FixedDecimal.text(of: value, places: 2)
    case .probability: probability(value)
    }
  }

  /// A probability with three decimals; one that is not 0 never reads as 0.
  private static func probability(_ value: Double) -> String {
    let text = FixedDecimal.text(of: value, places: 3)
    return value > 0 && text == "0.000" ? "<0.001" : text
  }

  /// Points of NPS or index, with one decimal.
  static func points(_ value: Double) -> String {
    FixedDecimal.text(of: value, places: 1)
  }

  /// A share in per cent with one decimal, without the sign.
  static func percent(_ share: Double) -> String {
    FixedDecimal.text(of: share * 100, places: 1)
  }

  /// A count with `,` between thousands; one decimal where it is not whole.
  package static func count(_ value: Double) -> String {
    let text = FixedDecimal.text(of: value, places: 1)
    let digits = text.drop { $0 == "-" }.prefix { $0 != "." }
    let fraction = text.hasSuffix(".0") ? "" : text.suffix(2)
    return text.prefix { $0 == "-" } + grouped(String(digits)) + fraction
  }

  /// A count with `,` between thousands.
  package static func count(_ value: Int64) -> String {
    value < 0 ? "-" + grouped(String(value.magnitude)) : grouped(String(value))
  }

  /// A wait in its two largest units, the rest cut off: `45 s`, `46 min`, `2 h 5 min`, `3 d 4 h`.
  package static func duration(_ seconds: Double) -> String {
    guard let whole = Int64(FixedDecimal.text(of: seconds.magnitude, places: 0)) else { return count(seconds) + " s" }
    let units: [(Int64, String)] = [(86_400, "d"), (3600, "h"), (60, "min"), (1, "s")]
    let first = units.firstIndex { whole >= $0.0 } ?? units.count - 1
    var parts = ["\(whole / units[first].0) \(units[first].1)"]
    if first + 1 < units.count {
      let rest = whole % units[first].0 / units[first + 1].0
      if rest > 0 { parts.append("\(rest) \(units[first + 1].1)") }
    }
    return (seconds < 0 && whole > 0 ? "-" : "") + parts.joined(separator: " ")
  }

  /// A wait of whole seconds.
  package static func duration(_ seconds: Int64) -> String {
    duration(Double(seconds))
  }

  private static func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return result
  }
}
