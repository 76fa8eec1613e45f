import Foundation
import Testing

/// The expected values, computed in two other languages.
enum Reference: String, CaseIterable, CustomTestStringConvertible, Sendable {
  /// By R with the packages survey and survival.
  case r = "reference_r.json"
  /// By Python with exact fractions.
  case python = "reference_py.json"

  /// The whole file.
  func root() throws -> JSONNode {
    try JSONDecoder().decode(JSONNode.self, from: Fixture.data(rawValue))
  }

  /// The value at a path of keys.
  func node(_ path: String...) throws -> JSONNode {
    try path.reduce(root()) { try $0[$1] }
  }

  var testDescription: String { rawValue }
}

/// A JSON value of which the shape is known where it is read.
indirect enum JSONNode: Decodable, Sendable {
  case null
  case number(Double)
  case text(String)
  case truth(Bool)
  case array([JSONNode])
  case object([String: JSONNode])

  /// A value that is not there, or not of the kind asked for.
  struct Missing: Error {
    let what: String
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONNode].self) {
      self = .array(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .truth(value)
    } else {
      self = .object(try container.decode([String: JSONNode].self))
    }
  }

  /// The value under a key.
  subscript(key: String) -> JSONNode {
    get throws {
      guard case .object(let entries) = self, let value = entries[key] else { throw Missing(what: key) }
      return value
    }
  }

  /// Whether there is a value under a key.
  func has(_ key: String) -> Bool {
    if case .object(let entries) = self { return entries[key] != nil }
    return false
  }

  /// The keys of an object, sorted.
  var keys: [String] {
    if case .object(let entries) = self { return entries.keys.sorted() }
    return []
  }

  /// The elements of an array.
  var elements: [JSONNode] {
    if case .array(let values) = self { return values }
    return []
  }

  /// The text.
  var text: String {
    get throws {
      guard case .text(let value) = self else { throw Missing(what: "text") }
      return value
    }
  }

  /// The truth value.
  var bool: Bool {
    get throws {
      guard case .truth(let value) = self else { throw Missing(what: "true or false") }
      return value
    }
  }

  /// The number, or `nil` for null.
  var double: Double? {
    get throws {
      switch self {
      case .number(let value): value
      case .null: nil
      default: throw Missing(what: "a number")
      }
    }
  }
}
