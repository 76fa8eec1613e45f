extension Bytes {
  /// The index of the first control character of ASCII, among them line ends, tabs and DEL.
  ///
  /// For identifiers, which have no use for any of them: a line end in one could forge a line of a log.
  @inlinable
  public var firstControl: Int? {
    mayHoldControl ? control { _ in true } : nil
  }

  /// The index of the first control character of ASCII other than TAB, LF and CR, which free text may hold.
  public var firstControlInText: Int? {
    mayHoldControl ? control { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } : nil
  }

  @usableFromInline
  func control(where counts: (UInt8) -> Bool) -> Int? {
    (0..<count).first { index in
      let byte = start[index]
      return (byte < 0x20 || byte == 0x7F) && counts(byte)
    }
  }

  /// Whether a control character may be among the bytes: eight at a time, the last eight overlapping those before.
  ///
  /// Never wrong for `false`.
  @inlinable
  @inline(__always)
  var mayHoldControl: Bool {
    guard count >= 8 else { return Self.controls(shortWord) & Self.topBits != 0 }
    var controls = Self.controls(uncheckedWord(at: 0)) | Self.controls(uncheckedWord(at: count - 8))
    var offset = 8
    while offset < count - 8 {
      controls |= Self.controls(uncheckedWord(at: offset))
      offset += 8
    }
    return controls & Self.topBits != 0
  }

  /// Fewer than eight bytes, some of them twice; spaces where there are none.
  @inlinable
  var shortWord: UInt64 {
    if count >= 4 { return uncheckedHalf(at: 0) | uncheckedHalf(at: count - 4) << 32 }
    guard count > 0 else { return 0x2020_2020_2020_2020 }
    let (first, middle, last) = (UInt64(start[0]), UInt64(start[count >> 1]), UInt64(start[count - 1]))
    return first | middle << 8 | last << 16 | 0x2020_2020_2000_0000
  }

  @inlinable static var topBits: UInt64 { 0x8080_8080_8080_8080 }

  /// The top bit of a byte is set if it is below 0x20 or is 0x7F; behind such a byte, and behind 0xFF, it may be as well.
  @inlinable
  @inline(__always)
  static func controls(_ word: UInt64) -> UInt64 {
    ((word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101)) & ~word
  }
}
