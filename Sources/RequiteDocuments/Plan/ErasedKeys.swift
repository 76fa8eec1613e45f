import RequiteModel

/// Who asked to be forgotten, for whoever looks at rows in the codes of their ledgers.
struct ErasedKeys {
  private let erasures: Erasures
  private let links: IdentityLinks?
  /// The plan's codes of each ledger's vendors, by the ledger's digest.
  private let vendors: [String: [UInt32]]

  /// Reads the erasures among `ledgers`.
  init(_ ledgers: [LedgerReader], plan: Plan, links: IdentityLinks?) throws {
    erasures = try Erasures(ledgers.filter { $0.footer.kind == .erasures }, plan: plan, links: links)
    self.links = links
    guard !erasures.isEmpty else {
      vendors = [:]
      return
    }
    let codes = try ledgers.filter { $0.footer.kind.hasAttributes }.map { ledger in
      (ledger.digest, try SortedTexts.positions(of: ledger.footer.dictionaries.vendors, in: plan.vendors, ledger.name))
    }
    vendors = Dictionary(codes) { first, _ in first }
  }

  /// Whether nobody did.
  var isEmpty: Bool { erasures.isEmpty }

  /// Whether a vendor, by the code of a ledger, must forget a customer.
  ///
  /// - Throws: `DocumentFailure.damaged` for a code that the ledger does not have.
  func contains(_ customer: Pseudonym, vendor: Int64, of reader: IdentityReader) throws(DocumentFailure) -> Bool {
    guard let codes = vendors[reader.ledger.digest], vendor >= 0, vendor < codes.count else {
      throw .damaged(reader.ledger.name)
    }
    // Responses are of persons already: they stand in a copy of their ledger.
    let person = reader.ledger.footer.kind == .interactions ? links?.person(of: customer) : nil
    return erasures.contains(person ?? customer, vendor: codes[Int(vendor)])
  }
}
