/// The steps of a walk through JSON that is plain and right, by the places of its quotes.
///
/// They presume a text that ends with the line and has neither backslashes nor control characters from here on. `quotes` are
/// the places of the quotes from here on, with marks behind the last that are greater than any place.
enum PlainJSON {
  /// The string here, if there is one.
  @inline(__always)
  static func string(_ text: Bytes, _ position: inout Int, _ quotes: inout PositionCursor) -> Bytes? {
    guard let (start, end) = place(text, &position, &quotes) else { return nil }
    return text.part(from: start, to: end)
  }

  /// Where the inside of the string here lies, if there is one.
  @inline(__always)
  static func place(
    _ text: Bytes, _ position: inout Int, _ quotes: inout PositionCursor
  ) -> (start: Int, end: Int)? {
    if quotes.place != position {
      skipSpaces(text, &position)
      guard quotes.place == position else { return nil }
    }
    let (start, close) = (position + 1, quotes.following)
    // Behind a string that is right the line goes on.
    guard text.has(close + 1) else { return nil }
    quotes.skipPair()
    position = close + 1
    return (start, close)
  }

  /// Steps over `byte` if it is here.
  @inline(__always)
  static func step(over byte: UInt8, _ text: Bytes, _ position: inout Int) -> Bool {
    skipSpaces(text, &position)
    guard text.byteOrZero(at: position) == byte else { return false }
    position += 1
    return true
  }

  /// Steps over spaces; the end of the line ends them too.
  @inline(__always)
  static func skipSpaces(_ text: Bytes, _ position: inout Int) {
    while text.byteOrZero(at: position) == 0x20 { position += 1 }
  }
}
