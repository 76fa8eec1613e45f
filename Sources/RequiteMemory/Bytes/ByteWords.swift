/// Bytes taken sixteen at a time, as pairs of little-endian words, the last pair padded with zeros.
///
///     ByteWords.forEachPair(of: "nine byte".utf8Span.span) { … }   // 0x747962_20656E696E, 0x65
///
/// Every read lies within the bytes, however few they are.
public enum ByteWords {
  /// Calls `body` with each pair; the last one holds what is left of the bytes, which may be nothing.
  @inlinable @inline(__always)
  public static func forEachPair(of bytes: Span<UInt8>, _ body: (UInt64, UInt64) -> Void) {
    bytes.withUnsafeBytes { forEachPair(of: $0, body) }
  }

  /// Calls `body` with each pair of bytes that live during the call.
  @inlinable @inline(__always)
  public static func forEachPair(of bytes: UnsafeRawBufferPointer, _ body: (UInt64, UInt64) -> Void) {
    var offset = 0
    while bytes.count &- offset >= 16 {
      let first = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let second = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self))
      body(first, second)
      offset &+= 16
    }
    let rest = pair(of: bytes, from: offset)
    body(rest.0, rest.1)
  }

  /// The bytes from `offset` on, at most sixteen, as two words padded with zeros.
  @inlinable @inline(__always)
  public static func pair(of bytes: UnsafeRawBufferPointer, from offset: Int) -> (UInt64, UInt64) {
    let count = bytes.count &- offset
    guard count >= 8 else { return (short(bytes, from: offset, count: count), 0) }
    let first = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let last = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset &+ count &- 8, as: UInt64.self))
    return (first, last >> UInt64(truncatingIfNeeded: 8 &* (16 &- count)))
  }

  /// Fewer than eight bytes as a word padded with zeros: read as two halves that may overlap.
  @inlinable @inline(__always)
  static func short(_ bytes: UnsafeRawBufferPointer, from offset: Int, count: Int) -> UInt64 {
    if count >= 4 {
      let first = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      let last = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset &+ count &- 4, as: UInt32.self))
      return UInt64(first) | UInt64(last) &<< UInt64(truncatingIfNeeded: 8 &* (count &- 4))
    }
    guard count > 0 else { return 0 }
    let half = count &>> 1
    let middle = UInt64(bytes[offset &+ half]) &<< UInt64(truncatingIfNeeded: 8 &* half)
    let last = UInt64(bytes[offset &+ count &- 1]) &<< UInt64(truncatingIfNeeded: 8 &* (count &- 1))
    return UInt64(bytes[offset]) | middle | last
  }
}
