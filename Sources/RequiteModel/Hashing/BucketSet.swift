/// Some of the 256 buckets.
public struct BucketSet: Hashable, Sendable {
  /// Bucket 0 is the lowest bit of the first word.
  public private(set) var words: SIMD4<UInt64>

  /// No bucket.
  public init() {
    words = .zero
  }

  /// All 256.
  public static let all = BucketSet(words: SIMD4(repeating: .max))

  /// The buckets of `words`, bucket 0 the lowest bit of the first.
  public init(words: SIMD4<UInt64>) {
    self.words = words
  }

  /// Whether there are none.
  public var isEmpty: Bool { words == .zero }

  /// Whether all 256 are in.
  public var isFull: Bool { self == .all }

  /// Whether `bucket`, from 0 to 255, is one of them.
  public func contains(_ bucket: Int) -> Bool {
    words[bucket >> 6] & 1 << UInt64(bucket & 63) != 0
  }

  /// Takes `bucket` in.
  public mutating func insert(_ bucket: Int) {
    words[bucket >> 6] |= 1 << UInt64(bucket & 63)
  }

  /// Leaves `bucket` out.
  public mutating func remove(_ bucket: Int) {
    words[bucket >> 6] &= ~(1 << UInt64(bucket & 63))
  }

  /// Those that `other` has, too.
  public func intersection(_ other: BucketSet) -> BucketSet {
    BucketSet(words: words & other.words)
  }
}
