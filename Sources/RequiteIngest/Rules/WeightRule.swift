import RequiteFormats

/// A sampling weight in millionths: above 0, at most 1000 (METHODS B0.1).
///
/// Empty is 1.
enum WeightRule {
  static func parse(_ field: Bytes) throws(Breach) -> Int64 {
    guard !field.isEmpty else { return 1_000_000 }
    let weight = try DecimalRule.parse(field, .weight)
    guard weight > 0, weight <= 1_000_000_000 else { throw Breach(.weight, "range") }
    return weight
  }
}
