/// The steps of a walk through JSON that is plain and right, by the places of its quotes.
///
/// They presume a line without backslashes and control characters that ends in a line feed or CR. `quotes` are the places
/// of the quotes from here on, with two marks behind the last that are greater than the line's end.
enum PlainJSON {
  /// The string here, if there is one.
  @inline(__always)
  static func text(
    _ base: UnsafePointer<UInt8>, _ position: inout Int, to end: Int, _ quotes: inout UnsafePointer<UInt32>
  ) -> Bytes? {
    if Int(quotes[0]) != position {
      skipSpaces(base, &position)
      guard Int(quotes[0]) == position else { return nil }
    }
    let close = Int(quotes[1])
    guard close < end else { return nil }
    defer {
      position = close + 1
      quotes += 2
    }
    return Bytes(start: base + position + 1, count: close - position - 1)
  }

  /// Steps over `byte` if it is here.
  @inline(__always)
  static func step(over byte: UInt8, _ base: UnsafePointer<UInt8>, _ position: inout Int) -> Bool {
    skipSpaces(base, &position)
    guard base[position] == byte else { return false }
    position += 1
    return true
  }

  /// Steps over spaces; what ends the line ends them too.
  @inline(__always)
  static func skipSpaces(_ base: UnsafePointer<UInt8>, _ position: inout Int) {
    while base[position] == 0x20 { position += 1 }
  }
}
