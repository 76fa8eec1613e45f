import RequiteModel

/// `measures.csv`: the report as one tidy table, of which everything else is a rendering.
///
/// Rows are sorted by their first five columns as bytes; numbers have six decimals; a missing number is an empty field and
/// has a reason; lines end in LF. Texts that a spreadsheet would run are guarded (`CSVField`).
public enum MeasuresCSV {
  /// The columns, in order.
  public static let columns = [
    "vendor", "dimension", "level", "period", "metric", "estimate", "standard_error", "ci_low", "ci_high", "numerator",
    "denominator", "n", "reason",
  ]

  /// The table of `measures`, in any order, as a file's bytes.
  public static func render(_ measures: [Measure]) -> [UInt8] {
    var text = columns.joined(separator: ",") + "\n"
    for measure in measures.sorted(by: { $0.key < $1.key }) {
      text += fields(of: measure).joined(separator: ",") + "\n"
    }
    return Array(text.utf8)
  }

  private static func fields(of measure: Measure) -> [String] {
    let key = measure.key
    return [key.vendor, key.dimension, key.level, key.period, key.metric].map(CSVField.written)
      + measure.published.numbers.map { $0 ?? "" }
      + [String(measure.n), measure.reason?.rawValue ?? ""]
  }
}
