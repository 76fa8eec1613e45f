import RequiteFormats

/// Yes or no: `true` or `false`, `1` or `0`.
///
/// Empty is no.
enum TruthRule {
  static func parse(_ field: Bytes, _ column: Column) throws(Breach) -> Bool {
    switch field.count {
    case 0: return false
    case 1 where field[0] == 0x31: return true
    case 1 where field[0] == 0x30: return false
    case 4 where field == "true": return true
    case 5 where field == "false": return false
    default: throw Breach(column, "format")
    }
  }
}
