import RequiteModel
import Testing

@Suite struct RevenueTests {
  private let acme = Hash128("acme")
  private let ann = Pseudonym(high: 1, low: 2)

  private func revenue(
    _ amount: Int64, _ acquiredBy: Acquisition = .notStated, year: Int32 = 2025, customer: Pseudonym? = nil
  ) -> Revenue {
    Revenue(
      vendor: 3, vendorHash: acme, customer: customer ?? ann, year: year, amountMinor: amount, acquiredBy: acquiredBy)
  }

  @Test func vendorCustomerAndYearMakeTheIdentity() {
    let identities = [
      revenue(5).identity, revenue(5, year: 2024).identity,
      revenue(5, customer: Pseudonym(high: 1, low: 3)).identity,
      revenue(5, customer: Pseudonym(high: 2, low: 2)).identity,
      Revenue.identity(vendor: Hash128("bolt"), customer: ann, year: 2025),
    ]
    #expect(Set(identities).count == identities.count)
    #expect(revenue(9, .bought).identity == identities[0])
  }

  @Test func theContentIsWrittenWithPeopleLast() {
    let text = String(decoding: revenue(-1250, .earned).serialisation, as: UTF8.self)
    #expect(text == "0000000003,2025,-1250,earned,1.2,")
  }

  @Test func rowsThatDifferAreWrittenDifferently() {
    let texts = [revenue(5), revenue(6), revenue(5, .earned), revenue(5, .bought)].map(\.serialisation)
    #expect(Set(texts).count == 4)
  }
}
