import RequiteFormats
import RequiteModel

/// Measures as canonical JSON, written straight into bytes.
///
/// The bytes are those of a `JSONValue` in canonical form. A value for each of millions of measures would take twenty
/// times the room.
struct MeasureStream {
  /// What has been written and not been taken away.
  var bytes: [UInt8] = []

  /// Begins with nothing; all bytes of so many measures may stay here.
  init(expecting measures: Int = 0) {
    bytes.reserveCapacity(measures * MeasureStream.usualLength)
  }

  /// Few measures are longer; what is reserved and not used costs nothing.
  private static let usualLength = 320

  /// Writes an object without its closing brace, so that members with later keys can follow.
  mutating func append(openObject members: [String: JSONValue]) {
    bytes += JSONValue.object(members).canonical().dropLast()
  }

  /// Writes a value as it is.
  mutating func append(_ value: JSONValue) {
    bytes += value.canonical()
  }

  /// Writes JSON that is canonical already.
  mutating func append(json: StaticString) {
    // The bytes of a literal are as long as it says and never go away.
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: json.utf8Start, count: json.utf8CodeUnitCount))
  }

  /// Writes a measure without its vendor: its keys by their bytes, as canonical JSON has them.
  mutating func append(_ measure: Measure) {
    append(json: #"{"ci_high":"#, measure.high)
    append(json: #","ci_low":"#, measure.low)
    append(json: #","denominator":"#, measure.denominator)
    append(json: #","dimension":"#, measure.key.dimension)
    append(json: #","estimate":"#, measure.estimate)
    append(json: #","level":"#, measure.key.level)
    append(json: #","metric":"#, measure.key.metric)
    append(json: #","n":"#)
    FixedDecimal.append(measure.n, to: &bytes)
    append(json: #","numerator":"#, measure.numerator)
    append(json: #","period":"#, measure.key.period)
    append(json: #","reason":"#)
    if let reason = measure.reason { append(text: reason.rawValue) } else { append(json: "null") }
    append(json: #","standard_error":"#, measure.standardError)
    append(json: "}")
  }

  private mutating func append(json: StaticString, _ number: Double?) {
    append(json: json)
    if let number { FixedDecimal.append(number, to: &bytes) } else { append(json: "null") }
  }

  private mutating func append(json: StaticString, _ text: String) {
    append(json: json)
    append(text: text)
  }

  /// Writes a string; one with anything to escape goes the long way.
  private mutating func append(text: String) {
    guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) else { return append(.string(text)) }
    bytes.append(0x22)
    bytes.append(contentsOf: text.utf8)
    bytes.append(0x22)
  }
}
