import RequiteModel

/// The customers to be forgotten, by one vendor or by all: every erasure of every ledger that takes part.
public struct Erasures: Sendable {
  private let byAll: Set<Pseudonym>
  private let byVendor: Set<Erasure>

  private struct Erasure: Hashable {
    let vendor: UInt32
    let customer: Pseudonym
  }

  /// Collects the erasures of `ledgers`, with the plan's codes for vendors.
  ///
  /// With `links` an erasure under any id of a person is one of the person; rows that are asked about must name persons.
  public init(_ ledgers: [LedgerReader], plan: Plan, links: IdentityLinks? = nil) throws {
    var byAll: Set<Pseudonym> = []
    var byVendor: Set<Erasure> = []
    for ledger in ledgers {
      let vendors = ledger.footer.dictionaries.vendors
      for row in ledger.footer.erasures {
        let name = vendors[Int(row.vendor)]
        let customer = links?.person(of: row.customer) ?? row.customer
        if name.isEmpty {
          byAll.insert(customer)
        } else if let code = SortedTexts.position(of: name, in: plan.vendors) {
          byVendor.insert(Erasure(vendor: UInt32(code), customer: customer))
        }
      }
    }
    self.byAll = byAll
    self.byVendor = byVendor
  }

  /// Whether nobody asked to be forgotten.
  public var isEmpty: Bool { byAll.isEmpty && byVendor.isEmpty }

  /// Whether `vendor` must forget `customer`.
  public func contains(_ customer: Pseudonym, vendor: UInt32) -> Bool {
    if isEmpty { return false }
    return byAll.contains(customer) || byVendor.contains(Erasure(vendor: vendor, customer: customer))
  }
}
