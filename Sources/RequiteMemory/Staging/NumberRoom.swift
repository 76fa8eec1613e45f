/// The room for the numbers of a staged row, filled in the order of their bits.
public struct NumberRoom {
  @usableFromInline let start: UnsafeMutableRawPointer
  @usableFromInline var next: UnsafeMutableRawPointer
  @usableFromInline let last: UnsafeMutableRawPointer
  @usableFromInline var bits: UInt16 = 0

  /// Room at `start` for so many numbers, and one more that may be overwritten.
  @inlinable
  @inline(__always)
  init(_ start: UnsafeMutableRawPointer, count: Int) {
    self.start = start
    next = start
    last = start + count * 8
  }

  /// Puts the number of `bit`, unless the row lacks it, which is when it is `missing`; there must be room for it.
  ///
  /// Without a branch: whether a row has a number is hard to foresee. What follows overwrites the number that is missing.
  @inlinable
  @inline(__always)
  public mutating func put(_ number: Int64, _ bit: UInt16, unless missing: Int64) {
    precondition(next <= last, "a row has more numbers than there is room for")
    next.storeBytes(of: number, as: Int64.self)
    let isThere = number != missing
    next += isThere ? 8 : 0
    bits |= isThere ? bit : 0
  }

  /// Puts the halves of a pseudonym or a fingerprint, unless both are zero; `bits` are those of both.
  @inlinable
  @inline(__always)
  public mutating func put(_ high: UInt64, _ low: UInt64, _ bits: UInt16) {
    guard high | low != 0 else { return }
    precondition(next < last, "a row has more numbers than there is room for")
    next.storeBytes(of: high, as: UInt64.self)
    next.storeBytes(of: low, toByteOffset: 8, as: UInt64.self)
    next += 16
    self.bits |= bits
  }

  /// Which numbers are there, a bit each.
  @inlinable public var present: UInt16 { bits }

  /// How many numbers are there.
  @inlinable public var count: Int { (next - start) / 8 }
}
