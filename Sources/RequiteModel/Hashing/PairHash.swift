/// The fingerprint of whole numbers that come two by two, without an array of them.
///
///     var hash = PairHash()
///     hash.absorb(1, 2)
///     hash.finish()  // Hash128(words: [1, 2])
public struct PairHash: BitwiseCopyable, Sendable {
  @usableFromInline var first: UInt64
  @usableFromInline var second: UInt64
  @usableFromInline var length: UInt64 = 0

  /// Begins a fingerprint, continuing from `seed`.
  @inlinable public init(seed: Hash128 = .start) {
    first = seed.high ^ 0x9E37_79B9_7F4A_7C15
    second = seed.low ^ 0xC2B2_AE3D_27D4_EB4F
  }

  /// Takes the next two numbers.
  @inlinable @inline(__always)
  public mutating func absorb(_ one: UInt64, _ other: UInt64) {
    Hash128.absorb(one, other, into: &first, &second)
    length &+= 16
  }

  /// Takes both halves of a fingerprint.
  @inlinable @inline(__always)
  public mutating func absorb(_ hash: Hash128) {
    absorb(hash.high, hash.low)
  }

  /// Takes a number that may be missing, so that no number looks like none.
  @inlinable @inline(__always)
  public mutating func absorb(_ number: Int64?) {
    absorb(number == nil ? 0 : 1, UInt64(bitPattern: number ?? 0))
  }

  /// What `Hash128(words:)` gives for the numbers so far.
  @inlinable public func finish() -> Hash128 {
    var (one, other) = (first, second)
    Hash128.absorb(0, 0, into: &one, &other)
    return Hash128.finish(one, other, length: length)
  }
}
