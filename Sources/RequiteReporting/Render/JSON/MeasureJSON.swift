import RequiteFormats
import RequiteModel

/// Measures as JSON, with the columns of `measures.csv` as keys.
enum MeasureJSON {
  private static let numberKeys = ["estimate", "standard_error", "ci_low", "ci_high", "numerator", "denominator"]

  /// The numbers alone.
  static func numbers(of measure: Measure) -> [String: JSONValue] {
    var fields: [String: JSONValue] = [
      "n": .integer(measure.n), "reason": measure.reason.map { .string($0.rawValue) } ?? .null,
    ]
    for (key, text) in zip(numberKeys, measure.published.numbers) {
      fields[key] = text.map(JSONValue.decimal) ?? .null
    }
    return fields
  }

  /// Which number it is, without the vendor.
  static func place(of key: MeasureKey) -> [String: JSONValue] {
    [
      "dimension": .string(key.dimension), "level": .string(key.level), "period": .string(key.period),
      "metric": .string(key.metric),
    ]
  }
}
