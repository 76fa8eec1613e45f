import RequiteFormats

/// A text in which `*` stands for any text, also for none.
package struct LikePattern: Hashable, Sendable {
  private let pieces: [[UInt8]]

  /// Reads a pattern.
  package init(_ text: String) {
    pieces = text.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
  }

  /// Whether a text is of that form, byte by byte.
  package func matches(_ text: String) -> Bool {
    text.withField { matches($0) }
  }

  /// Whether a text is of that form, byte by byte.
  func matches(_ bytes: Bytes) -> Bool {
    let first = pieces[0]
    guard pieces.count > 1 else { return bytes.count == first.count && bytes.starts(with: first) }
    let last = pieces[pieces.count - 1]
    guard bytes.count >= first.count + last.count, bytes.starts(with: first),
      bytes.part(bytes.count - last.count..<bytes.count) == last
    else { return false }
    var rest = bytes.part(first.count..<bytes.count - last.count)
    for piece in pieces[1..<pieces.count - 1] {
      guard let place = rest.place(of: piece) else { return false }
      rest = rest.part(place + piece.count..<rest.count)
    }
    return true
  }
}

extension Bytes {
  /// Where a text begins for the first time; `nil` if it is nowhere.
  func place(of text: some RandomAccessCollection<UInt8>) -> Int? {
    guard let first = text.first else { return 0 }
    guard count >= text.count else { return nil }
    return (0...(count - text.count)).first { self[$0] == first && self[$0..<$0 + text.count].elementsEqual(text) }
  }

  /// Where a text begins for the last time; `nil` if it is nowhere.
  func lastPlace(of text: some RandomAccessCollection<UInt8>) -> Int? {
    guard let first = text.first else { return count }
    guard count >= text.count else { return nil }
    return (0...(count - text.count)).last { self[$0] == first && self[$0..<$0 + text.count].elementsEqual(text) }
  }
}
