/// Numbers that lie in bytes as their distances from the least of them, and are read where they stand.
///
/// Each takes the same few bytes. Places are checked.
///
/// `ByteWriter` writes them.
public struct PackedNumbers {
  /// Keeps what `start` points to.
  private let owner: [UInt8]
  @usableFromInline let start: UnsafeRawPointer
  @usableFromInline let width: Int
  @usableFromInline let mask: UInt64
  @usableFromInline let least: Int64
  /// How many there are.
  public let count: Int

  /// Bytes behind the last number that may be read along with it.
  public static let padding = 8

  /// The `count` numbers of `width` bytes each, 0 to 8, that stand in `bytes` from `place` on, where they must be.
  ///
  /// Where fewer than `padding` bytes follow them, they are copied.
  public init(_ bytes: [UInt8], at place: Int, count: Int, width: Int, above least: Int64) {
    precondition((0...8).contains(width) && count >= 0, "a number takes no more than eight bytes")
    let size = count * width
    precondition(place >= 0 && place + size <= bytes.count, "numbers were asked for that are not there")
    let isPadded = place + size + PackedNumbers.padding <= bytes.count
    owner =
      isPadded ? bytes : Array(bytes[place..<place + size]) + Array(repeating: 0, count: PackedNumbers.padding)
    // The bytes of an array that nobody changes stay where they are as long as somebody holds it.
    start = owner.withUnsafeBytes { $0.baseAddress.unsafelyUnwrapped + (isPadded ? place : 0) }
    mask = width == 0 ? 0 : UInt64.max >> UInt64(64 - 8 * width)
    (self.count, self.width, self.least) = (count, width, least)
  }

  /// One of the numbers, which must be there.
  @inlinable
  public subscript(index: Int) -> Int64 {
    @inline(__always)
    get {
      precondition(index.isPlace(among: count), "a number was asked for that the column lacks")
      let word = UInt64(littleEndian: start.loadUnaligned(fromByteOffset: index &* width, as: UInt64.self))
      return least &+ Int64(bitPattern: word & mask)
    }
  }
}
