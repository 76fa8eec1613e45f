/// The bytes of a fact's id, which lie in a `FactArena`.
public struct FactBytes: BitwiseCopyable, @unchecked Sendable {
  @usableFromInline let start: UnsafeRawPointer?
  /// How many bytes there are.
  public let count: Int

  /// No bytes.
  @inlinable public init() {
    start = nil
    count = 0
  }

  /// Bytes that live at least as long as this is used.
  @inlinable public init(_ bytes: UnsafeRawBufferPointer) {
    start = bytes.baseAddress
    count = bytes.count
  }

  /// The bytes of a field, with the same life.
  @inlinable public init(_ bytes: Bytes) {
    self.init(bytes.raw)
  }

  /// The same bytes as those of a field, with the same life.
  @inlinable public var bytes: Bytes {
    Bytes(UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count))
  }

  /// Some of the bytes, which must be there, with the same life.
  @inlinable @inline(__always)
  public func part(_ range: Range<Int>) -> FactBytes {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "bytes outside an id were asked for")
    guard let start = start.map({ $0 + range.lowerBound }) else { return FactBytes() }
    return FactBytes(UnsafeRawBufferPointer(start: start, count: range.upperBound &- range.lowerBound))
  }

  /// Begins to bring the bytes into the cache while other work goes on.
  @inlinable @inline(__always)
  public func willRead() {
    CacheHint.willRead(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Calls `body` with the bytes.
  @inlinable public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Calls `body` with the bytes.
  @inlinable @inline(__always)
  public func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
    try body(Span(_unsafeBytes: UnsafeRawBufferPointer(start: start, count: count)))
  }

  /// Whether these bytes come before `other` in byte order.
  @inlinable public func precedes(_ other: FactBytes) -> Bool {
    withUnsafeBytes { left in other.withUnsafeBytes { left.lexicographicallyPrecedes($0) } }
  }
}

extension FactBytes: RandomAccessCollection {
  /// The first byte.
  @inlinable public var startIndex: Int { 0 }
  /// Behind the last byte.
  @inlinable public var endIndex: Int { count }

  /// A byte.
  @inlinable public subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count, "a byte outside its id was asked for")
    return start.unsafelyUnwrapped.load(fromByteOffset: index, as: UInt8.self)
  }
}

extension FactBytes: Hashable {
  /// Whether both are the same bytes, wherever they lie.
  public static func == (left: FactBytes, right: FactBytes) -> Bool {
    left.withUnsafeBytes { left in right.withUnsafeBytes { left.elementsEqual($0) } }
  }

  /// Feeds the bytes.
  public func hash(into hasher: inout Hasher) {
    withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
