/// Something that holds for a row of the source or does not.
package indirect enum AdapterCondition: Hashable, Sendable {
  /// All of these hold.
  case all([AdapterCondition])
  /// One of these holds.
  case any([AdapterCondition])
  /// This does not hold.
  case not(AdapterCondition)
  /// The value is one of these texts.
  case isOneOf(AdapterValue, [String])
  /// Both values are the same.
  case same(AdapterValue, AdapterValue)
  /// The first value, a number, is less than the second; never if one is no number.
  case less(AdapterValue, AdapterValue)
  /// There is something: a text that is not empty, or an array or object.
  case present(AdapterValue)
  /// The value looks like one of these, `*` standing for any text.
  case like(AdapterValue, [String])
}
