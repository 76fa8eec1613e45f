extension Bytes {
  /// The eight bytes at `offset`, which must be there, as a little-endian word.
  @inlinable
  @inline(__always)
  public func word(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && count &- offset >= 8, "bytes outside their field were asked for")
    return UInt64(littleEndian: uncheckedWord(at: offset))
  }

  /// The two bytes at `offset`, which must be there, as a little-endian word.
  @inlinable
  @inline(__always)
  public func pair(at offset: Int) -> UInt16 {
    precondition(offset >= 0 && count &- offset >= 2, "bytes outside their field were asked for")
    return UInt16(littleEndian: UnsafeRawPointer(start).loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  /// All bytes of a field that has no more than sixteen, as two little-endian words padded with zeros.
  @inlinable
  @inline(__always)
  public var words: (UInt64, UInt64) {
    precondition(count <= 16, "no more than sixteen bytes fit into two words")
    return ByteWords.pair(of: raw, from: 0)
  }

  @inlinable
  @inline(__always)
  func uncheckedWord(at offset: Int) -> UInt64 {
    UnsafeRawPointer(start).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  @inlinable
  @inline(__always)
  func uncheckedHalf(at offset: Int) -> UInt64 {
    UInt64(UnsafeRawPointer(start).loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
