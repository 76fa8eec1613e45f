import Glibc

/// The content of one field: bytes that lie in a reader's buffer.
///
/// Valid until the reader is asked for its next row, and no longer: keep ``string`` or a copy of ``raw`` if the content
/// is needed later. The bytes are UTF-8; quotes and escapes of the format are already resolved.
public struct Bytes {
  @usableFromInline let start: UnsafePointer<UInt8>
  /// How many bytes there are.
  public let count: Int

  @inlinable
  init(start: UnsafePointer<UInt8>, count: Int) {
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
    left.count == right.count && memcmp(left.start, right.start, left.count) == 0
  }
}

extension Bytes {
  /// The index of the first control character of ASCII, among them line ends, tabs and DEL.
  ///
  /// For identifiers, which have no use for any of them: a line end in one could forge a line of a log.
  public var firstControl: Int? {
    firstControl { _ in true }
  }

  /// The index of the first control character of ASCII other than TAB, LF and CR, which free text may hold.
  public var firstControlInText: Int? {
    firstControl { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
  }

  private func firstControl(where counts: (UInt8) -> Bool) -> Int? {
    guard mayHoldControl else { return nil }
    return (0..<count).first { index in
      let byte = start[index]
      return (byte < 0x20 || byte == 0x7F) && counts(byte)
    }
  }

  /// Whether a control character may be among the bytes: eight at a time, the last eight overlapping those before.
  ///
  /// Never wrong for `false`.
  private var mayHoldControl: Bool {
    guard count >= 8 else { return true }
    var index = 0
    while index < count {
      let offset = min(index, count - 8)
      if Self.mayHoldControl(UnsafeRawPointer(start).loadUnaligned(fromByteOffset: offset, as: UInt64.self)) {
        return true
      }
      index += 8
    }
    return false
  }

  /// Whether one of eight bytes is below 0x20 or is 0x7F.
  ///
  /// Never wrong for `false`.
  @inline(__always)
  private static func mayHoldControl(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = (word &- (ones &* 0x20)) & ~word
    let deletes = word ^ (ones &* 0x7F)
    return (low | ((deletes &- ones) & ~deletes)) & (ones &* 0x80) != 0
  }
}
