import RequiteModel
import RequiteScoring
import RequiteStatistics
import Testing

@Suite struct ComponentPassTests {
  /// The plain way: every customer's vector in every cell, in wide numbers.
  private func moments(of outcomes: [Outcome], cell: (Outcome) -> Cell) -> [Cell: ComponentMoments] {
    var vectors: [Cell: [Pseudonym: [Int64]]] = [:]
    for outcome in outcomes where outcome.isMature {
      var vector = vectors[cell(outcome)]?[outcome.customer] ?? Array(repeating: 0, count: 20)
      for place in 0..<ComponentCounts.width { vector[place] += Int64(outcome.counts[place]) }
      vectors[cell(outcome), default: [:]][outcome.customer] = vector
    }
    return vectors.mapValues { customers in
      customers.values.reduce(into: ComponentMoments()) { $0.add(customer: $1) }
    }
  }

  @Test(arguments: 1...4)
  func sumsOfGroupsAreSumsOfCells(seed: UInt64) throws {
    let night = RandomFacts(seed: seed).night()
    let outcomes = night.outcomes()
    var tables = StateTables()
    CustomerScorer(plan: night.plan).score(responses: [], outcomes: outcomes, followups: [], into: &tables)
    let channel = try #require(night.plan.settings.dimensions.firstIndex(of: "channel"))
    let whole = moments(of: outcomes) { Cell(vendor: $0.vendor) }
    let parts = moments(of: outcomes) { Cell(vendor: $0.vendor, dimension: UInt16(channel + 1), level: $0.channel) }
    #expect(!whole.isEmpty)
    for (cell, moments) in whole.merging(parts, uniquingKeysWith: { $1 }) {
      #expect(tables[.reciprocity][cell.words] == moments.rawValues)
    }
  }

  /// Counts too large for sums in 64 bits go another way and come to the same.
  @Test func hugeCountsStayExact() {
    let night = Night(events: [.asks("1", at: 0)])
    var outcomes = night.outcomes()
    outcomes[0].isMature = true
    outcomes[0].counts[0] = .max
    outcomes[0].counts[1] = .max
    var tables = StateTables()
    CustomerScorer(plan: night.plan).score(responses: [], outcomes: outcomes, followups: [], into: &tables)
    let cell = Cell(vendor: outcomes[0].vendor)
    let expected = moments(of: outcomes) { _ in cell }
    #expect(tables[.reciprocity][cell.words] == expected[cell]?.rawValues)
  }
}
