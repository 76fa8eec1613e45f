/// One line of a crosswalk: the ids under which rows may name a person, and the person's own id.
///
/// All of them are pseudonyms; the kind of the key is in the last one and nowhere else.
public struct CrosswalkRow: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// The key as it was written, where that differs from `plain`; else `Pseudonym.none`.
  public var written: Pseudonym
  /// The key in its normal form: an address in small letters, the digits of a phone number.
  public var plain: Pseudonym
  /// The same with its kind before it: `email:ann@example.org`.
  public var typed: Pseudonym
  /// Whom the key means.
  public var customer: Pseudonym

  /// Creates a row.
  public init(written: Pseudonym, plain: Pseudonym, typed: Pseudonym, customer: Pseudonym) {
    self.written = written
    self.plain = plain
    self.typed = typed
    self.customer = customer
  }

  /// Every id that the row says means the customer.
  @inlinable public func forEachKey(_ body: (Pseudonym) -> Void) {
    if written != .none { body(written) }
    body(plain)
    body(typed)
  }

  /// The bucket of the row in a ledger: that of its customer, whatever the vendor.
  public var bucket: Int { Bucket.of(Hash128(customer.high, customer.low)) }

  /// Orders by customer, then by the keys.
  public static func < (left: CrosswalkRow, right: CrosswalkRow) -> Bool {
    if left.customer != right.customer { return left.customer < right.customer }
    if left.typed != right.typed { return left.typed < right.typed }
    if left.plain != right.plain { return left.plain < right.plain }
    return left.written < right.written
  }
}
