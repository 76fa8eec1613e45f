/// What one customer brought a vendor in one year, as a ledger keeps it.
///
/// The vendor is a code of the night's plan (`Plan`): a position in a list sorted by bytes, so that comparing codes
/// compares names.
public struct Revenue: Fact, BitwiseCopyable {
  /// The years there can be.
  public static let years: ClosedRange<Int64> = 1900...9999
  /// The amounts there can be: no sum of them leaves 128 bits.
  public static let amounts: ClosedRange<Int64> = -1_000_000_000_000_000...1_000_000_000_000_000

  /// Code of the vendor.
  public var vendor: UInt32
  /// The customer.
  public var customer: Pseudonym
  /// The calendar year, or the vendor's financial year: one of `years`.
  public var year: Int32
  /// The year's revenue in minor units of the vendor's currency, such as cents: one of `amounts`, negative where refunds
  /// outweigh it.
  public var amountMinor: Int64
  /// How the customer came, which matters in the first year only.
  public var acquiredBy: Acquisition
  /// Fingerprint of vendor, customer and year.
  ///
  /// It depends on the key under which people are pseudonyms; it never leaves ledgers and memory.
  public var identity: Hash128
  /// Whether rows of this identity disagreed.
  public var conflicts = false

  /// Creates the revenue of a customer of the vendor with the fingerprint `vendorHash`.
  public init(
    vendor: UInt32, vendorHash: Hash128, customer: Pseudonym, year: Int32, amountMinor: Int64,
    acquiredBy: Acquisition = .notStated
  ) {
    self.vendor = vendor
    self.customer = customer
    self.year = year
    self.amountMinor = amountMinor
    self.acquiredBy = acquiredBy
    identity = Revenue.identity(vendor: vendorHash, customer: customer, year: year)
  }

  /// The identity of a customer's year with a vendor, whose fingerprint is given.
  public static func identity(vendor: Hash128, customer: Pseudonym, year: Int32) -> Hash128 {
    Hash128(words: [customer.high, customer.low, UInt64(bitPattern: Int64(year))], seed: vendor)
  }

  /// Always 0: rows of one identity that disagree are a conflict, none of them corrects another.
  public var revision: Int64 { 0 }
}

extension Revenue {
  /// The content in schema order, people last.
  public var serialisation: [UInt8] {
    var text = FactText()
    text.append(code: vendor)
    text.append(Int64(year))
    text.append(amountMinor)
    text.append(acquiredBy.rawValue)
    text.append(customer)
    return text.bytes
  }
}
