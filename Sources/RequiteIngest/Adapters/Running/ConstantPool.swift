import RequiteFormats

/// The texts that an adapter names, in memory that stays where it is.
final class ConstantPool {
  private var starts: [UnsafeMutablePointer<UInt8>] = []
  private(set) var texts: [Bytes] = []
  private var numbers: [String: Int] = [:]

  init() {
    _ = number(of: "")
  }

  deinit {
    for start in starts { start.deallocate() }
  }

  /// The number of a text, which is kept if it is new; that of the empty text is 0.
  func number(of text: String) -> Int {
    if let known = numbers[text] { return known }
    numbers[text] = append([text])
    return texts.count - 1
  }

  /// Adds texts, known or not, so that they follow each other; returns the number of the first.
  func append(_ added: [String]) -> Int {
    for text in added { append(text) }
    return texts.count - added.count
  }

  private func append(_ text: String) {
    let bytes = Array(text.utf8)
    let start = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 16)
    start.initialize(repeating: 0, count: bytes.count + 16)
    start.update(from: bytes, count: bytes.count)
    starts.append(start)
    texts.append(Bytes(start: start, count: bytes.count))
  }

  /// A text.
  func text(_ text: String) -> Bytes {
    texts[number(of: text)]
  }
}
