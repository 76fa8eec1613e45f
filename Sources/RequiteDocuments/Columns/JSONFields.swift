import RequiteFormats

/// The fields of a JSON object that one of our documents must have.
struct JSONFields {
  private let value: JSONValue
  private let document: String

  init(_ value: JSONValue, document: String) {
    self.value = value
    self.document = document
  }

  /// Parses a document's bytes.
  init(parsing bytes: [UInt8], document: String) throws(DocumentFailure) {
    guard let value = try? JSONValue(parsing: bytes) else { throw .damaged(document) }
    self.init(value, document: document)
  }

  func text(_ key: String) throws(DocumentFailure) -> String {
    guard let text = value[key]?.string else { throw missing(key) }
    return text
  }

  func integer(_ key: String) throws(DocumentFailure) -> Int64 {
    guard let number = value[key]?.integer else { throw missing(key) }
    return number
  }

  func truth(_ key: String) throws(DocumentFailure) -> Bool {
    guard let value = value[key]?.bool else { throw missing(key) }
    return value
  }

  func array(_ key: String) throws(DocumentFailure) -> [JSONValue] {
    guard let items = value[key]?.array else { throw missing(key) }
    return items
  }

  /// The list under `key`; nothing where the document has no such key.
  func optionalArray(_ key: String) throws(DocumentFailure) -> [JSONValue] {
    value[key] == nil ? [] : try array(key)
  }

  func texts(_ key: String) throws(DocumentFailure) -> [String] {
    try JSONFields.texts(.array(try array(key)), document)
  }

  func object(_ key: String) throws(DocumentFailure) -> JSONFields {
    guard let inner = value[key], inner.object != nil else { throw missing(key) }
    return JSONFields(inner, document: document)
  }

  /// The object under `key`, `nil` where the document has no such key.
  func member(_ key: String) throws(DocumentFailure) -> JSONFields? {
    value[key] == nil ? nil : try object(key)
  }

  /// The fields of an object whose keys are up to the user.
  func members(_ key: String) throws(DocumentFailure) -> [String: JSONValue] {
    guard let object = value[key]?.object else { throw missing(key) }
    return object
  }

  /// The fields of an object whose values are texts.
  func texts(under key: String) throws(DocumentFailure) -> [String: String] {
    var result: [String: String] = [:]
    for (name, item) in try members(key) {
      guard let text = item.string else { throw missing(name) }
      result[name] = text
    }
    return result
  }

  /// The fields of an object whose values are numbers.
  func integers(_ key: String) throws(DocumentFailure) -> [String: Int64] {
    var result: [String: Int64] = [:]
    for (name, item) in try members(key) {
      guard let number = item.integer else { throw missing(name) }
      result[name] = number
    }
    return result
  }

  /// The text under `key`, `nil` where the document says null.
  func optionalText(_ key: String) throws(DocumentFailure) -> String? {
    guard let item = value[key] else { throw missing(key) }
    if item == .null { return nil }
    guard let text = item.string else { throw missing(key) }
    return text
  }

  func missing(_ key: String) -> DocumentFailure { .meaningless(document, field: key) }

  static func texts(_ list: JSONValue, _ document: String) throws(DocumentFailure) -> [String] {
    guard let items = list.array else { throw .damaged(document) }
    var texts: [String] = []
    for item in items {
      guard let text = item.string else { throw .damaged(document) }
      texts.append(text)
    }
    return texts
  }
}
