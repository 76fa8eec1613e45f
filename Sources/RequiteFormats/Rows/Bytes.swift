import Glibc

/// The content of one field: bytes that lie in a reader's buffer.
///
/// Valid until the reader is asked for its next row, and no longer: keep ``string`` or a copy of ``raw`` if the content
/// is needed later. The bytes are UTF-8; quotes and escapes of the format are already resolved.
public struct Bytes {
  @usableFromInline let start: UnsafePointer<UInt8>
  /// How many bytes there are.
  public let count: Int

  /// Bytes that lie elsewhere and stay there as long as they are used.
  @inlinable
  public init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  /// Whether there are none: an empty field, and also one that is missing or `null`.
  @inlinable
  public var isEmpty: Bool {
    count == 0
  }

  /// The byte at `index`.
  @inlinable
  public subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count, "a byte outside its field was asked for")
    return start[index]
  }

  /// The bytes as a buffer, with the same short life.
  @inlinable
  public var raw: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: start, count: count)
  }

  /// Calls `body` with the bytes.
  @inlinable
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(raw)
  }

  /// A copy as text.
  public var string: String {
    String(decoding: raw, as: UTF8.self)
  }
}

extension Bytes {
  /// Whether the field is exactly `text`, byte by byte.
  @inlinable
  public static func == (field: Bytes, text: StaticString) -> Bool {
    field.count == text.utf8CodeUnitCount && memcmp(field.start, text.utf8Start, field.count) == 0
  }

  /// Whether the field is exactly these bytes.
  @inlinable
  public static func == (field: Bytes, bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard field.count == bytes.count, let other = bytes.baseAddress else { return field.count == bytes.count }
      return memcmp(field.start, other, field.count) == 0
    }
  }

  /// Whether two fields have the same bytes.
  @inlinable
  public static func == (left: Bytes, right: Bytes) -> Bool {
    guard left.count == right.count else { return false }
    if left.count < 8 { return left.shortWord == right.shortWord }
    if left.count > 16 { return memcmp(left.start, right.start, left.count) == 0 }
    let last = left.count - 8
    return left.word(at: 0) == right.word(at: 0) && left.word(at: last) == right.word(at: last)
  }
}

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
    var controls = Self.controls(word(at: 0)) | Self.controls(word(at: count - 8))
    var offset = 8
    while offset < count - 8 {
      controls |= Self.controls(word(at: offset))
      offset += 8
    }
    return controls & Self.topBits != 0
  }

  /// Fewer than eight bytes, some of them twice; spaces where there are none.
  @inlinable
  var shortWord: UInt64 {
    if count >= 4 { return half(at: 0) | half(at: count - 4) << 32 }
    guard count > 0 else { return 0x2020_2020_2020_2020 }
    let (first, middle, last) = (UInt64(start[0]), UInt64(start[count >> 1]), UInt64(start[count - 1]))
    return first | middle << 8 | last << 16 | 0x2020_2020_2000_0000
  }

  @inlinable
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UnsafeRawPointer(start).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  @inlinable
  @inline(__always)
  func half(at offset: Int) -> UInt64 {
    UInt64(UnsafeRawPointer(start).loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  @inlinable static var topBits: UInt64 { 0x8080_8080_8080_8080 }

  /// The top bit of a byte is set if it is below 0x20 or is 0x7F; behind such a byte, and behind 0xFF, it may be as well.
  @inlinable
  @inline(__always)
  static func controls(_ word: UInt64) -> UInt64 {
    ((word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101)) & ~word
  }
}
