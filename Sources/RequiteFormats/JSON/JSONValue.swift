/// A JSON document in memory: what our own small files (manifests, reports, method files) are read into and written
/// from.
///
/// Dumps are not read through this type; see ``RowReader``.
///
///     let manifest = try JSONValue(parsing: bytes)
///     manifest["rows"]?.integer
///
/// Equality follows Swift's rules for text: two strings that Unicode calls equivalent are equal. Object keys do too, so
/// a document with both spellings of such a key is refused as having the key twice.
public enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number without fraction and exponent that fits 64 bits.
  case integer(Int64)
  /// Any other number, as the text it has (or shall have) in the document: `0.850000`, `1e400`.
  case decimal(String)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// A set of named values; the order of the names carries no meaning and is not kept.
  case object([String: JSONValue])
}

extension JSONValue {
  /// The text, if this is a string.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number, if this is a whole number that fits 64 bits.
  public var integer: Int64? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The number as text, if this is a number of either kind.
  public var number: String? {
    switch self {
    case .integer(let number): String(number)
    case .decimal(let text): text
    default: nil
    }
  }

  /// The truth value, if this is one.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements, if this is an array.
  public var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The named values, if this is an object.
  ///
  /// Sort the keys before anything is written from it.
  public var object: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The value under `key`.
  ///
  /// `nil` if the key is missing or this is not an object. A `null` under the key is `.null`.
  public subscript(key: String) -> JSONValue? {
    object?[key]
  }

  /// The element at `index`; `nil` outside the array or if this is not one.
  public subscript(index: Int) -> JSONValue? {
    guard let elements = array, elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  /// Writes a string as a literal.
  public init(stringLiteral text: String) {
    self = .string(text)
  }

  /// Writes a whole number as a literal.
  public init(integerLiteral number: Int64) {
    self = .integer(number)
  }

  /// Writes a truth value as a literal.
  public init(booleanLiteral value: Bool) {
    self = .bool(value)
  }

  /// Writes an array as a literal.
  public init(arrayLiteral elements: JSONValue...) {
    self = .array(elements)
  }

  /// Writes an object as a literal.
  ///
  /// A key given twice is a mistake in the program.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(Dictionary(uniqueKeysWithValues: members))
  }

  /// Writes `null` as a literal.
  public init(nilLiteral: ()) {
    self = .null
  }
}
