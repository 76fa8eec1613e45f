import RequiteFormats
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
  ///
  /// - Complexity: O(*n*) time for measures in order; no memory but the bytes.
  public static func render(_ measures: [Measure]) -> [UInt8] {
    var bytes = header
    bytes.reserveCapacity(bytes.count + measures.count * usualRowLength)
    for measure in measures.inOrder() { append(measure, to: &bytes) }
    return bytes
  }

  /// Writes the same bytes to `sink` in pieces, for tables too large to be held beside their measures.
  public static func write(_ measures: [Measure], to sink: some ByteSink) throws {
    var bytes = header
    for measure in measures.inOrder() {
      append(measure, to: &bytes)
      try sink.write(&bytes, ifLongerThan: pieceLength)
    }
    try sink.write(bytes)
  }

  private static var header: [UInt8] { Array((columns.joined(separator: ",") + "\n").utf8) }

  /// Few rows are longer; what is reserved and not used costs nothing.
  private static let usualRowLength = 192

  /// Spelled out, because lists of fields made for each of millions of rows would cost more than writing them.
  private static func append(_ measure: Measure, to bytes: inout [UInt8]) {
    append(measure.key.vendor, to: &bytes)
    append(measure.key.dimension, to: &bytes)
    append(measure.key.level, to: &bytes)
    append(measure.key.period, to: &bytes)
    append(measure.key.metric, to: &bytes)
    append(measure.estimate, to: &bytes)
    append(measure.standardError, to: &bytes)
    append(measure.low, to: &bytes)
    append(measure.high, to: &bytes)
    append(measure.numerator, to: &bytes)
    append(measure.denominator, to: &bytes)
    FixedDecimal.append(measure.n, to: &bytes)
    bytes.append(comma)
    if let reason = measure.reason { bytes += reason.rawValue.utf8 }
    bytes.append(0x0A)
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    CSVField.append(text, to: &bytes)
    bytes.append(comma)
  }

  private static func append(_ number: Double?, to bytes: inout [UInt8]) {
    if let number { FixedDecimal.append(number, to: &bytes) }
    bytes.append(comma)
  }

  private static let comma: UInt8 = 0x2C
}

/// How many bytes are collected before they are handed over.
let pieceLength = 1 << 16

extension ByteSink {
  /// Takes what was collected in `bytes` and empties it, once that is worth a call.
  func write(_ bytes: inout [UInt8], ifLongerThan length: Int) throws {
    guard bytes.count > length else { return }
    try write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
