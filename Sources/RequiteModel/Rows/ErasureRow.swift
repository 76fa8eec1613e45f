/// A customer to be forgotten, by one vendor or by all.
public struct ErasureRow: Hashable, Comparable, Sendable {
  /// Position of the vendor in the dump's list; 0, the empty text, is every vendor.
  public var vendor: UInt32
  /// The customer.
  public var customer: Pseudonym

  /// Creates an erasure.
  public init(vendor: UInt32, customer: Pseudonym) {
    self.vendor = vendor
    self.customer = customer
  }

  /// Orders by vendor, then customer.
  public static func < (left: ErasureRow, right: ErasureRow) -> Bool {
    left.vendor != right.vendor ? left.vendor < right.vendor : left.customer < right.customer
  }
}
