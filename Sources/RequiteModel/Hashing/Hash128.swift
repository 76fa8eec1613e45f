import RequiteMemory

/// A 128-bit fingerprint of bytes: fixed seed, the same on every machine.
///
/// It decides buckets and stands for thread and row identities in ledgers, so it must never change within a ledger format.
/// It is not cryptographic. Names of people never go through it; see `Pseudonym`.
///
/// Two lanes of folded 64×64→128-bit multiplication over little-endian words, the construction known from wyhash.
public struct Hash128: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// The high 64 bits; the bucket is taken from their top.
  public var high: UInt64
  /// The low 64 bits.
  public var low: UInt64

  /// Creates a fingerprint from its two halves.
  @inlinable public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Both halves, as tables keep keys.
  @inlinable public var words: InlineArray<2, UInt64> { [high, low] }

  /// Orders as an unsigned 128-bit number.
  @inlinable public static func < (left: Hash128, right: Hash128) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}

extension Hash128 {
  /// The fingerprint of `bytes`, continuing from `seed` so that parts of a key can be hashed one after the other.
  @inlinable @inline(__always)
  public init(_ bytes: Span<UInt8>, seed: Hash128 = .start) {
    var first = seed.high ^ 0x9E37_79B9_7F4A_7C15
    var second = seed.low ^ 0xC2B2_AE3D_27D4_EB4F
    ByteWords.forEachPair(of: bytes) { Hash128.absorb($0, $1, into: &first, &second) }
    self = Hash128.finish(first, second, length: UInt64(truncatingIfNeeded: bytes.count))
  }

  /// The fingerprint of bytes that live during the call, continuing from `seed`.
  @inlinable public init(_ bytes: UnsafeRawBufferPointer, seed: Hash128 = .start) {
    // The caller's buffer is as long as it says; it is read within its bounds and not kept.
    self = Hash128(unsafe Span(_unsafeBytes: bytes), seed: seed)
  }

  /// The fingerprint of a field's bytes, continuing from `seed`.
  @inlinable @inline(__always)
  public init(_ field: Bytes, seed: Hash128 = .start) {
    self = field.withSpan { Hash128($0, seed: seed) }
  }

  /// The fingerprint of an id's bytes.
  @inlinable public init(_ id: FactBytes, seed: Hash128 = .start) {
    self = id.withBytes { Hash128($0, seed: seed) }
  }

  /// The fingerprint of a short text's UTF-8 bytes.
  public init(_ text: String, seed: Hash128 = .start) {
    self = text.withBytes { Hash128($0, seed: seed) }
  }

  /// The fingerprint of two whole numbers, the same as of their array.
  @inlinable public init(_ one: UInt64, _ other: UInt64, seed: Hash128 = .start) {
    var first = seed.high ^ 0x9E37_79B9_7F4A_7C15
    var second = seed.low ^ 0xC2B2_AE3D_27D4_EB4F
    Hash128.absorb(one, other, into: &first, &second)
    Hash128.absorb(0, 0, into: &first, &second)
    self = Hash128.finish(first, second, length: 16)
  }

  /// The fingerprint of whole numbers, each taken as eight bytes.
  @inlinable public init(words: [UInt64], seed: Hash128 = .start) {
    var first = seed.high ^ 0x9E37_79B9_7F4A_7C15
    var second = seed.low ^ 0xC2B2_AE3D_27D4_EB4F
    var place = 0
    while words.count &- place >= 2 {
      Hash128.absorb(words[place], words[place &+ 1], into: &first, &second)
      place &+= 2
    }
    Hash128.absorb(place < words.count ? words[place] : 0, 0, into: &first, &second)
    self = Hash128.finish(first, second, length: UInt64(truncatingIfNeeded: 8 &* words.count))
  }

  /// Where a fingerprint without an earlier part begins.
  @inlinable public static var start: Hash128 { Hash128(high: 0, low: 0) }

  @inlinable @inline(__always)
  static func absorb(_ a: UInt64, _ b: UInt64, into first: inout UInt64, _ second: inout UInt64) {
    first = fold(first ^ a, 0xA076_1D64_78BD_642F ^ b)
    second = fold(second ^ b, 0xE703_7ED1_A0B4_28DB ^ a) &+ first
  }

  @inlinable @inline(__always)
  static func finish(_ first: UInt64, _ second: UInt64, length: UInt64) -> Hash128 {
    let high = fold(first ^ length, 0x8EBC_6AF0_9C88_C6E3 ^ second)
    let low = fold(second ^ 0x5895_60F5_1A2B_3C4D, 0x1D8E_4E27_C47D_124F ^ first ^ length)
    return Hash128(high: high, low: low ^ second)
  }

  @inlinable @inline(__always)
  static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
