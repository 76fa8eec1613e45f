import RequiteFormats

/// JSON documents, our own and foreign: what is read and written is read the same again.
enum JSONDocumentTarget: FuzzTarget {
  static let name = "json-documents"

  static func check(_ bytes: [UInt8]) throws {
    guard let value = try? JSONValue(parsing: bytes) else { return }
    for written in [value.canonical(), value.pretty()] {
      try Broken.unless((try? JSONValue(parsing: written)) == value, "what was written is read as the same document")
    }
    try Broken.unless(
      (try? JSONValue(parsing: value.canonical()))?.canonical() == value.canonical(), "one value is written in one way")
  }
}
