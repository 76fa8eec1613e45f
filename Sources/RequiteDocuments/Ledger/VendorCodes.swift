import RequiteModel

/// The way from one ledger's codes of vendors to the plan's, with the fingerprint of each vendor.
struct VendorCodes: Sendable {
  struct Vendor {
    let code: UInt32
    let hash: Hash128
  }

  private let vendors: [Vendor]

  /// Fails when the ledger names a vendor that the plan does not know.
  init(_ names: [String], plan: Plan, document: String) throws(DocumentFailure) {
    let codes = try SortedTexts.positions(of: names, in: plan.vendors, document)
    vendors = zip(codes, names).map { Vendor(code: $0, hash: Hash128($1)) }
  }

  @inline(__always)
  func vendor(_ code: Int64, _ reader: ByteReader) throws(DocumentFailure) -> Vendor {
    guard vendors.indices.contains(Int(code)) else { throw reader.damaged }
    return vendors[Int(code)]
  }
}
