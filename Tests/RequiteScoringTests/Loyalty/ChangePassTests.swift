import RequiteModel
import RequiteScoring
import RequiteStatistics
import Testing

@Suite struct ChangePassTests {
  /// A customer's totals in one month: Σ w·x and Σ w.
  private typealias Totals = (value: Int128, weight: Int128)

  /// What is summed month by month and corrected for those who answered twice, against METHODS B5 word for word.
  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func everyCustomerIsOneClusterWithTwoTotals(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var responses: [ResponseSpec] = []
    var expected = Array(repeating: PairMoments(), count: 4)
    for customer in 0..<200 {
      var totals: [Totals] = []
      for month in 0..<4 {
        guard Bool.random(using: &random) else {
          totals.append((0, 0))
          continue
        }
        let answer = ResponseSpec(
          id: "\(customer)/\(month)", customer: "c\(customer)", score: .random(in: 0...10, using: &random),
          at: Int64(month) * 31 * Night.day, weight: .random(in: 1...3_000_000, using: &random))
        responses.append(answer)
        totals.append(ChangePassTests.totals(of: answer))
      }
      for (month, (earlier, later)) in zip(1..., zip(totals, totals.dropFirst()))
      where earlier.weight + later.weight > 0 {
        expected[month].add(ya: earlier.value, wa: earlier.weight, yb: later.value, wb: later.weight)
      }
    }
    let changes = Night(responses: responses, settings: Night.settings { $0.periods = .month }).tables()[.changes]
    #expect(changes.count == 3)
    for month in 1..<4 {
      // Vendor 0, the recommendation question without a stratum, its scale, the code of the later month.
      let key = [0, 0, ScoreScale(lowest: 0, highest: 10)!.word, UInt64(month + 1)]
      #expect(changes[key] == expected[month].rawValues)
    }
  }

  private static func totals(of answer: ResponseSpec) -> Totals {
    let weight = Int128(answer.weight)
    switch answer.score ?? 0 {
    case 9...: return (weight, weight)
    case ...6: return (-weight, weight)
    default: return (0, weight)
    }
  }
}
