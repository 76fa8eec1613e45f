/// Remembers identities in a few bits each: what it has not seen it knows, what it has seen it only believes.
///
/// Every identity sets bits in one block of 256 only, so that asking costs one look at memory: twelve of them where there
/// are eight bytes an identity, and eight where there are fewer, since then more would fill the blocks. With eight bytes
/// about one in four million is taken for another one when all are in; with one byte it is three in a hundred.
///
/// All who hold a filter share what it remembers.
public final class IdentityFilter {
  @usableFromInline typealias Block = SIMD4<UInt64>

  /// The most memory a filter takes, in bytes.
  public static let greatestSize = 64 << 20

  @usableFromInline let blocks: LargeTable<Block>
  /// Which of the last four bits are set.
  @usableFromInline let last: Block

  /// Creates a filter for about `count` identities.
  public init(count: Int) {
    let size = min(max(count * 8, 1024), IdentityFilter.greatestSize)
    blocks = LargeTable(count: size / MemoryLayout<Block>.stride)
    last = Block(repeating: count * 8 <= size ? .max : 0)
  }

  /// Remembers an identity.
  public func insert(_ identity: Hash128) {
    blocks[place(of: identity)] |= bits(of: identity)
  }

  /// Remembers `identities`.
  public func insert(_ identities: [Hash128]) {
    for place in identities.indices {
      lookAhead(identities, of: place)
      insert(identities[place])
    }
  }

  /// Whether `identity` may have been inserted; `false` is certain.
  @inlinable @inline(__always)
  public func mayContain(_ identity: Hash128) -> Bool {
    let bits = bits(of: identity)
    return blocks[place(of: identity)] & bits == bits
  }

  /// Appends those of `identities` that may have been inserted.
  public func appendSeen(among identities: [Hash128], to seen: inout [Hash128]) {
    for place in identities.indices {
      lookAhead(identities, of: place)
      if mayContain(identities[place]) { seen.append(identities[place]) }
    }
  }

  /// Sends for the memory of an identity that comes soon: most of the time would else be spent waiting for it.
  @inline(__always)
  private func lookAhead(_ identities: [Hash128], of place: Int) {
    let next = place + IdentityFilter.distance
    if next < identities.count { blocks.willNeed(self.place(of: identities[next])) }
  }

  /// So many identities are on their way at a time, about as many as a core can wait for.
  private static let distance = 16

  @inlinable @inline(__always)
  func place(of identity: Hash128) -> Int {
    Int(truncatingIfNeeded: identity.high.multipliedFullWidth(by: UInt64(blocks.count)).high)
  }

  @inlinable @inline(__always)
  func bits(of identity: Hash128) -> Block {
    let low = identity.low
    // An odd factor spreads the lowest bits, which chose the first eight, over the highest.
    let other = low &* 0x9E37_79B9_7F4A_7C15
    return Block(bits(low), bits(low >> 12), bits(low >> 24), bits(low >> 36))
      | Block(bit(other >> 40), bit(other >> 46), bit(other >> 52), bit(other >> 58)) & last
  }

  /// Two of 64 bits, chosen by twelve.
  @inlinable @inline(__always)
  func bits(_ choice: UInt64) -> UInt64 {
    bit(choice) | bit(choice >> 6)
  }

  /// One of 64 bits, chosen by six.
  @inlinable @inline(__always)
  func bit(_ choice: UInt64) -> UInt64 {
    1 &<< (choice & 63)
  }
}
