import RequiteFormats
import RequiteModel

/// A year: four digits, 1900…9999.
///
/// Nothing else, so that `25`, `2025-01` and amounts that slipped into the wrong column are noticed.
enum YearRule {
  /// The year, or a breach `<column>.format`.
  static func parse(_ field: Bytes, _ column: Column) throws(Breach) -> Int32 {
    guard field.count == 4, let year = WholeNumberRule.parse(field), Revenue.years.contains(year) else {
      throw Breach(column, "format")
    }
    return Int32(year)
  }
}
