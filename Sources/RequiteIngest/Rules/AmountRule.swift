import RequiteFormats
import RequiteModel

/// An amount of money in minor units: a whole number within ±10¹⁵, so that no sum of them leaves 128 bits.
///
/// Refunds may outweigh a year's revenue, so it may be negative. Decimals are refused rather than rounded: they are the
/// mark of an amount in major units.
enum AmountRule {
  /// The amount, or a breach `<column>.format`.
  static func parse(_ field: Bytes, _ column: Column) throws(Breach) -> Int64 {
    let amount = try WholeNumberRule.parse(field, column)
    guard Revenue.amounts.contains(amount) else { throw Breach(column, "format") }
    return amount
  }
}
