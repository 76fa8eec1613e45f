import RequiteFormats

/// The texts that an adapter names, in memory that stays where it is.
final class ConstantPool {
  private let memory = ByteArena()
  private(set) var texts: [Bytes] = []
  private var numbers: [String: Int] = [:]

  init() {
    _ = number(of: "")
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
    texts.append(text.withField { memory.make(copying: $0) })
  }

  /// A text.
  func text(_ text: String) -> Bytes {
    texts[number(of: text)]
  }
}
