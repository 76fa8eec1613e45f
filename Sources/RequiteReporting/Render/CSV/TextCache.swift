/// Texts that were read lately, so that a name that stands in millions of rows is held once.
struct TextCache {
  private var texts = [String](repeating: "", count: 1024)

  /// The text of `bytes`; `nil` where they are not UTF-8.
  mutating func text(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let place = TextCache.place(of: bytes)
    if isText(at: place, bytes) { return texts[place] }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    texts[place] = text
    return text
  }

  private func isText(at place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard texts[place].utf8.count == bytes.count else { return false }
    return texts[place].utf8.withContiguousStorageIfAvailable { text in
      text.indices.allSatisfy { text[$0] == bytes[$0] }
    } ?? false
  }

  /// FNV-1a.
  ///
  /// A collision costs a little time and nothing else.
  private static func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int((hash ^ hash >> 16) & 1023)
  }
}
