/// Texts that were read lately, so that a name that stands in millions of rows is held once.
struct TextCache {
  private var texts = [String](repeating: "", count: 1024)

  /// The text of `bytes`; `nil` where they are not UTF-8.
  mutating func text(of bytes: Span<UInt8>) -> String? {
    let place = TextCache.place(of: bytes)
    if isText(at: place, bytes) { return texts[place] }
    guard let valid = try? UTF8Span(validating: bytes) else { return nil }
    let text = String(copying: valid)
    texts[place] = text
    return text
  }

  private func isText(at place: Int, _ bytes: Span<UInt8>) -> Bool {
    guard texts[place].utf8.count == bytes.count else { return false }
    // The text's bytes are used only inside, and by their span.
    return unsafe texts[place].utf8.withContiguousStorageIfAvailable { text in
      let text = unsafe text.span
      for index in text.indices where text[index] != bytes[index] { return false }
      return true
    } ?? false
  }

  /// FNV-1a.
  ///
  /// A collision costs a little time and nothing else.
  private static func place(of bytes: Span<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for index in bytes.indices { hash = (hash ^ UInt32(bytes[index])) &* 0x0100_0193 }
    return Int((hash ^ hash >> 16) & 1023)
  }
}
