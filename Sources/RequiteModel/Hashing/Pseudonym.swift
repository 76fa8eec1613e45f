/// A person or an account without a name: the first 128 bits of an HMAC-SHA-256 under the installation's key.
///
/// The same id gives the same pseudonym as long as the key stays the same, whichever dump it came in. Without the key a
/// pseudonym can neither be reversed nor be tried against a list of ids. It never appears in a report, and no published
/// number depends on its value: only on which rows share one.
public struct Pseudonym: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// The first eight bytes, big-endian.
  public var high: UInt64
  /// The second eight bytes, big-endian.
  public var low: UInt64

  /// Creates a pseudonym from its two halves.
  @inlinable public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Nobody: an empty account or agent column.
  @inlinable public static var none: Pseudonym { Pseudonym(high: 0, low: 0) }

  /// Somebody of whom the source does not say who, nor whether a person or a program: an agent `unknown:…`.
  @inlinable public static var unknown: Pseudonym { Pseudonym(high: 0, low: 1) }

  /// Orders as an unsigned 128-bit number.
  ///
  /// The order means nothing; it only makes output independent of arrival.
  @inlinable public static func < (left: Pseudonym, right: Pseudonym) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }

  /// Both halves, as tables keep keys.
  @inlinable public var words: InlineArray<2, UInt64> { [high, low] }

  /// Vendor and customer, as tables keep keys of customers of a vendor.
  @inlinable public func words(vendor: UInt32) -> InlineArray<3, UInt64> { [UInt64(vendor), high, low] }

  /// The bucket of this customer's responses, outcomes and revenue with one vendor.
  @inlinable public func bucket(vendor: Hash128) -> Int {
    Bucket.of(Hash128(high, low, seed: vendor))
  }
}
