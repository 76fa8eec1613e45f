import RequiteModel

/// A customer of one vendor; facts of a bucket are grouped by it.
struct CustomerKey: Hashable, BitwiseCopyable {
  /// Code of the vendor.
  let vendor: UInt32
  /// The customer.
  let customer: Pseudonym

  @inline(__always)
  static func == (left: CustomerKey, right: CustomerKey) -> Bool {
    left.customer.low == right.customer.low && left.customer.high == right.customer.high && left.vendor == right.vendor
  }
}

/// Everything a bucket holds about one customer of one vendor.
struct CustomerFacts {
  /// Who.
  let key: CustomerKey
  /// Deduplicated responses.
  let responses: FactRange<Response>
  /// What the customer's threads came to.
  let outcomes: FactRange<Outcome>
  /// When the vendor came back to the customer.
  let followups: FactRange<Followup>
  /// What the customer brought in, deduplicated: at most one row a year.
  let revenues: FactRange<Revenue>
}
