import Glibc

extension Bytes {
  /// Whether there is a byte at `index`.
  @inlinable
  @inline(__always)
  public func has(_ index: Int) -> Bool {
    index.isPlace(among: count)
  }

  /// The byte at `index`, 0 where there is none.
  @inlinable
  @inline(__always)
  public func byteOrZero(at index: Int) -> UInt8 {
    has(index) ? start[index] : 0
  }

  /// The eight bytes at `offset` as a little-endian word; `nil` where there are fewer.
  @inlinable
  @inline(__always)
  public func wordIfPresent(at offset: Int) -> UInt64? {
    guard offset >= 0, count &- offset >= 8 else { return nil }
    return UInt64(littleEndian: uncheckedWord(at: offset))
  }

  /// The sixteen bytes at `offset` as two little-endian words; `nil` where there are fewer.
  @inlinable
  @inline(__always)
  public func wordsIfPresent(at offset: Int) -> (UInt64, UInt64)? {
    guard offset >= 0, count &- offset >= 16 else { return nil }
    return (UInt64(littleEndian: uncheckedWord(at: offset)), UInt64(littleEndian: uncheckedWord(at: offset &+ 8)))
  }

  /// The place of the first `byte` at or behind `start`, which is no further than behind the last byte.
  public func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    let rest = part(from: start, to: count)
    guard let found = memchr(rest.start, Int32(byte), rest.count) else { return nil }
    return start + UnsafeRawPointer(rest.start).distance(to: UnsafeRawPointer(found))
  }
}
