import RequiteModel
import RequiteScoring
import Testing

/// The tally of revenue: customers and amount of six parts, in the order of `Part`.
@Suite struct RevenueTests {
  enum Part: Int, CaseIterable {
    case year, previous, retained, earned, bought, unstated
  }

  private func part(_ part: Part, of year: UInt64, in revenues: [RevenueSpec]) -> [Int128] {
    let values = Night(revenues: revenues).tables()[.revenue][[0, year]]
    return Array(values[2 * part.rawValue..<2 * part.rawValue + 2])
  }

  private func spec(_ customer: String, _ year: Int32, _ amount: Int64, _ by: Acquisition = .notStated) -> RevenueSpec {
    RevenueSpec(customer: customer, year: year, amount: amount, acquiredBy: by)
  }

  @Test func whoPaidLastYearIsRetainedHoweverTheyCame() {
    let revenues = [spec("ada", 2024, 100), spec("ada", 2025, 70, .earned)]
    #expect(part(.previous, of: 2025, in: revenues) == [1, 100])
    #expect(part(.retained, of: 2025, in: revenues) == [1, 70])
    #expect(part(.earned, of: 2025, in: revenues) == [0, 0])
  }

  @Test func whoLeftIsOnlyInLastYear() {
    let revenues = [spec("ada", 2024, 100), spec("bea", 2025, 5)]
    #expect(part(.previous, of: 2025, in: revenues) == [1, 100])
    #expect(part(.retained, of: 2025, in: revenues) == [0, 0])
  }

  @Test(arguments: [(Acquisition.earned, Part.earned), (.bought, .bought), (.notStated, .unstated)])
  func theNewAreToldApartByHowTheyCame(_ acquisition: Acquisition, _ place: Part) {
    let revenues = [spec("ada", 2024, 100), spec("bea", 2025, 5, acquisition)]
    for other in [Part.earned, .bought, .unstated] {
      #expect(part(other, of: 2025, in: revenues) == (other == place ? [1, 5] : [0, 0]))
    }
  }

  @Test func whoComesBackAfterAYearIsNew() {
    let revenues = [spec("ada", 2023, 100), spec("ada", 2025, 40, .earned)]
    #expect(part(.earned, of: 2025, in: revenues) == [1, 40])
    #expect(part(.previous, of: 2024, in: revenues) == [1, 100])
    #expect(part(.previous, of: 2025, in: revenues) == [0, 0])
  }

  @Test func refundsLowerWhatIsRetainedAndMakeNobodyACustomer() {
    let refunded = [spec("ada", 2024, 100), spec("ada", 2025, -30), spec("ada", 2026, 10, .earned)]
    #expect(part(.retained, of: 2025, in: refunded) == [1, -30])
    #expect(part(.previous, of: 2026, in: refunded) == [0, 0])
    #expect(part(.earned, of: 2026, in: refunded) == [1, 10])
    let late = [spec("bea", 2025, -30, .earned)]
    #expect(part(.year, of: 2025, in: late) == [1, -30])
    #expect(part(.earned, of: 2025, in: late) == [0, 0])
  }

  @Test func aYearOfNothingIsNobody() {
    let revenues = [spec("ada", 2024, 100), spec("ada", 2025, 0)]
    #expect(part(.year, of: 2025, in: revenues) == [0, 0])
    #expect(part(.retained, of: 2025, in: revenues) == [0, 0])
  }

  @Test func theSameCustomerOfTwoVendorsIsTwo() {
    let revenues = [spec("ada", 2024, 100), RevenueSpec(vendor: "bolt", customer: "ada", year: 2025, amount: 7)]
    let tally = Night(revenues: revenues).tables()[.revenue]
    #expect(tally[[1, 2025]] == [1, 7, 0, 0, 0, 0, 0, 0, 0, 0, 1, 7])
    #expect(tally[[0, 2025]] == [0, 0, 1, 100, 0, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test func withoutRevenueThereIsNoTallyOfIt() {
    let night = Night(events: [.asks("1", at: 0)], responses: [ResponseSpec(id: "r", score: 9)])
    #expect(!night.tables().sortedTallies().contains { $0.name == TallyName.revenue.rawValue })
  }

  @Test(arguments: 1...20)
  func theTallyIsAPlainCountOfTheFacts(seed: UInt64) {
    let facts = RandomFacts(seed: seed)
    let night = facts.night()
    let tally = night.tables()[.revenue]
    let counted = PlainCount(deduplicated(night.revenues).kept)
    #expect(tally.count == counted.values.count)
    for (key, value) in counted.values { #expect(tally[key] == value, "\(key)") }
  }

  @Test func rowsThatDisagreeAreDiagnosed() throws {
    let one = spec("ada", 2025, 5)
    let night = Night(responses: [ResponseSpec(id: "r", score: 9)], revenues: [one, one, spec("ada", 2025, 6)])
    #expect(try night.measures().find("diagnostics.conflicts")?.estimate == 1)
  }
}

/// The same sums by looking each customer's two years up.
private struct PlainCount {
  private struct Customer: Hashable {
    let vendor: UInt32
    let person: Pseudonym
  }

  var values: [[UInt64]: [Int128]] = [:]

  init(_ revenues: [Revenue]) {
    let customers = Dictionary(grouping: revenues) { Customer(vendor: $0.vendor, person: $0.customer) }
    for (customer, rows) in customers {
      let amounts = Dictionary(uniqueKeysWithValues: rows.map { ($0.year, $0) })
      for year in Set(amounts.keys).union(amounts.values.filter { $0.amountMinor > 0 }.map { $0.year + 1 }) {
        let (now, before) = (amounts[year], amounts[year - 1]?.amountMinor ?? 0)
        var value = values[[UInt64(customer.vendor), UInt64(year)]] ?? Array(repeating: 0, count: 12)
        func add(_ amount: Int64, at place: Int) {
          value[place] += amount == 0 ? 0 : 1
          value[place + 1] += Int128(amount)
        }
        add(now?.amountMinor ?? 0, at: 0)
        add(max(0, before), at: 2)
        if before > 0 { add(now?.amountMinor ?? 0, at: 4) }
        if let now, before <= 0, now.amountMinor > 0 {
          add(now.amountMinor, at: [.earned: 6, .bought: 8, .notStated: 10][now.acquiredBy]!)
        }
        values[[UInt64(customer.vendor), UInt64(year)]] = value
      }
    }
  }
}
