import Glibc

/// The content of one field: bytes that lie where somebody else keeps them, most often in a reader's buffer.
///
/// Valid until the reader is asked for its next row, and no longer: keep ``string`` or an array of the bytes if the content
/// is needed later. The bytes are UTF-8; quotes and escapes of the format are already resolved.
public struct Bytes: BitwiseCopyable {
  /// Where the first byte lies; some address where there is none.
  public let start: UnsafePointer<UInt8>
  /// How many bytes there are.
  public let count: Int

  /// Bytes that lie elsewhere and stay there as long as they are used.
  @inlinable
  public init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  /// No bytes.
  @inlinable
  public init() {
    // An address that nothing is read from.
    self.init(start: UnsafePointer(bitPattern: 16).unsafelyUnwrapped, count: 0)
  }

  /// The bytes of a text of the program.
  @inlinable
  public init(_ text: StaticString) {
    precondition(text.hasPointerRepresentation, "a text of more than one character lies in memory")
    self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
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

  /// Calls `body` with the bytes.
  @inlinable
  @inline(__always)
  public func withSpan<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
    try body(Span(_unsafeBytes: raw))
  }

  /// Some of the bytes, which must be there, with the same short life.
  @inlinable
  @inline(__always)
  public func part(_ range: Range<Int>) -> Bytes {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "bytes outside their field were asked for")
    return Bytes(start: start + range.lowerBound, count: range.upperBound &- range.lowerBound)
  }

  /// The bytes from one place to another, which must be there, with the same short life.
  @inlinable
  @inline(__always)
  public func part(from start: Int, to end: Int) -> Bytes {
    // Two comparisons, as a negative place is a great one without its sign.
    precondition(
      UInt(bitPattern: start) <= UInt(bitPattern: end) && UInt(bitPattern: end) <= UInt(bitPattern: count),
      "bytes outside their field were asked for")
    return Bytes(start: self.start + start, count: end &- start)
  }

  /// A copy as text.
  public var string: String {
    String(decoding: raw, as: UTF8.self)
  }
}

extension Bytes: RandomAccessCollection {
  /// The first byte.
  @inlinable public var startIndex: Int { 0 }
  /// Behind the last byte.
  @inlinable public var endIndex: Int { count }
  /// Whether there are none: an empty field, and also one that is missing or `null`.
  @inlinable public var isEmpty: Bool { count == 0 }

  /// The byte at `index`.
  @inlinable
  public subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count, "a byte outside its field was asked for")
    return start[index]
  }

  /// Calls `body` with the bytes.
  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try body(UnsafeBufferPointer(start: start, count: count))
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
    return left.uncheckedWord(at: 0) == right.uncheckedWord(at: 0)
      && left.uncheckedWord(at: last) == right.uncheckedWord(at: last)
  }
}

extension Bytes {
  @inlinable
  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    self = buffer.baseAddress.map { Bytes(start: $0, count: buffer.count) } ?? Bytes()
  }
}

extension Array<UInt8> {
  /// Calls `body` with the bytes as a field's.
  @inlinable
  public func withField<Result>(_ body: (Bytes) throws -> Result) rethrows -> Result {
    try withUnsafeBufferPointer { try body(Bytes($0)) }
  }
}

extension String {
  /// Calls `body` with the text's UTF-8 as a field's.
  @inlinable
  public func withField<Result>(_ body: (Bytes) throws -> Result) rethrows -> Result {
    var text = self
    return try text.withUTF8 { try body(Bytes($0)) }
  }
}
