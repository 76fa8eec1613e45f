/// Remembers identities in a few bits each: what it has not seen it knows, what it has seen it only believes.
///
/// Every identity sets eight bits, all of them in one block of 256, so that asking costs one look at memory. With eight
/// bytes an identity about one in a billion is taken for another one; with one byte it is three in a hundred, at the end.
public struct IdentityFilter: Sendable {
  @usableFromInline typealias Block = SIMD4<UInt64>

  /// The most memory a filter takes, in bytes.
  public static let greatestSize = 64 << 20

  @usableFromInline var blocks: [Block]

  /// Creates a filter for about `count` identities.
  public init(count: Int) {
    let size = min(max(count * 8, 1024), IdentityFilter.greatestSize)
    blocks = Array(repeating: .zero, count: size / MemoryLayout<Block>.stride)
  }

  /// Remembers an identity.
  public mutating func insert(_ identity: Hash128) {
    blocks[place(of: identity)] |= IdentityFilter.bits(of: identity)
  }

  /// Remembers `identities`.
  public mutating func insert(_ identities: [Hash128]) {
    for identity in identities { insert(identity) }
  }

  /// Whether `identity` may have been inserted; `false` is certain.
  @inlinable @inline(__always)
  public func mayContain(_ identity: Hash128) -> Bool {
    let bits = IdentityFilter.bits(of: identity)
    return blocks[place(of: identity)] & bits == bits
  }

  /// Appends those of `identities` that may have been inserted.
  public func appendSeen(among identities: [Hash128], to seen: inout [Hash128]) {
    for identity in identities where mayContain(identity) { seen.append(identity) }
  }

  @inlinable @inline(__always)
  func place(of identity: Hash128) -> Int {
    Int(truncatingIfNeeded: identity.high.multipliedFullWidth(by: UInt64(blocks.count)).high)
  }

  @inlinable @inline(__always)
  static func bits(of identity: Hash128) -> Block {
    let low = identity.low
    return Block(bits(low), bits(low >> 12), bits(low >> 24), bits(low >> 36))
  }

  /// Two of 64 bits, chosen by twelve.
  @inlinable @inline(__always)
  static func bits(_ choice: UInt64) -> UInt64 {
    1 &<< (choice & 63) | 1 &<< (choice >> 6 & 63)
  }
}
