/// A customer's revenue of one year on its way from a dump to a ledger: plain bits, no text.
///
/// The vendor's code is a position in the dump's own list (`RowDictionaries`), in order of first appearance.
public struct RevenueRow: BitwiseCopyable, Sendable {
  /// The customer.
  public var customer: Pseudonym
  /// The amount in minor units of the vendor's currency.
  public var amountMinor: Int64
  /// Position of the vendor.
  public var vendor: UInt32
  /// The year.
  public var year: Int32
  /// Code of how the customer came.
  public var acquiredBy: UInt8

  /// Creates a row.
  public init(customer: Pseudonym, vendor: UInt32, year: Int32, amountMinor: Int64, acquiredBy: UInt8) {
    self.customer = customer
    self.amountMinor = amountMinor
    self.vendor = vendor
    self.year = year
    self.acquiredBy = acquiredBy
  }
}
