/// Why a row cannot be used, although the file around it can.
///
/// A fault is a value, never thrown: the row is put aside with its place and ``rule``, and reading goes on behind it.
public enum RowFault: Hashable, Sendable {
  /// The row has another number of fields than the header.
  case fieldCount(found: Int, expected: Int)
  /// A quote in the middle of an unquoted field, or text after a closing quote; in the column with this index.
  case strayQuote(column: Int)
  /// A byte sequence that is not UTF-8, at this offset in the row.
  case encoding(offset: Int)
  /// The row or one of its fields is longer than ``RowLimits`` allow.
  case tooLong
  /// The row is not an object that can be used.
  case json(JSONFault)

  /// What is wrong with a line that should be a JSON object.
  public enum JSONFault: Hashable, Sendable {
    /// Not valid JSON, or something follows the object; an escaped NUL counts as well.
    case syntax
    /// A key is there twice, at the top or in a nested object.
    case duplicateKey
    /// Valid JSON, but no object.
    case notAnObject
    /// Nested more than 64 levels deep.
    case depth
    /// An escaped half of a surrogate pair.
    case surrogate
    /// A wanted column, by its index among the wanted ones, holds an array or an object.
    case wrongType(column: Int)
  }

  /// The rule that was broken, as it stands in quarantine files and manifests.
  ///
  /// Never changes its meaning.
  public var rule: String {
    switch self {
    case .fieldCount: "csv.field-count"
    case .strayQuote: "csv.stray-quote"
    case .encoding: "encoding.utf8"
    case .tooLong: "row.too-long"
    case .json(.syntax): "json.syntax"
    case .json(.duplicateKey): "json.duplicate-key"
    case .json(.notAnObject): "json.not-an-object"
    case .json(.depth): "json.depth"
    case .json(.surrogate): "json.surrogate"
    case .json(.wrongType): "json.type"
    }
  }
}

extension RowFault: CustomStringConvertible {
  /// The fault in words, without any of the row's content: `found 12 fields of 14`.
  public var description: String {
    switch self {
    case .fieldCount(let found, let expected): "found \(found) fields of \(expected)"
    case .strayQuote(let column): "a stray quote in field \(column + 1)"
    case .encoding(let offset): "not UTF-8 at byte \(offset) of the row"
    case .tooLong: "longer than the limit"
    case .json(.syntax): "not valid JSON"
    case .json(.duplicateKey): "a key is there twice"
    case .json(.notAnObject): "not a JSON object"
    case .json(.depth): "nested too deep"
    case .json(.surrogate): "half of a surrogate pair"
    case .json(.wrongType): "an array or object where a plain value belongs"
    }
  }
}
