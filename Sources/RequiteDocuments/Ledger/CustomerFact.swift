import RequiteModel

/// A fact about a customer.
protocol CustomerFact: Fact {
  var customer: Pseudonym { get set }
  var vendor: UInt32 { get }
  /// Makes it a fact about somebody else; `vendor` is the fingerprint of the vendor's name.
  mutating func move(to customer: Pseudonym, vendor: Hash128)
}

extension CustomerFact {
  mutating func move(to customer: Pseudonym, vendor: Hash128) {
    self.customer = customer
  }
}

extension Interaction: CustomerFact {}
extension Response: CustomerFact {}

extension Revenue: CustomerFact {
  /// Revenue is known by its customer.
  mutating func move(to customer: Pseudonym, vendor: Hash128) {
    self.customer = customer
    identity = Revenue.identity(vendor: vendor, customer: customer, year: year)
  }
}
