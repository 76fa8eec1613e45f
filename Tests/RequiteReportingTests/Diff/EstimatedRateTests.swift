import RequiteModel
import RequiteReporting
import Testing

/// Response rates of the estimated eligible: who is found ineligible moves the share of the unknown who count.
@Suite struct EstimatedRateTests {
  private func key(_ metric: String) -> MeasureKey { MeasureKey(vendor: "acme", metric: metric) }

  private func measures(answers: Double, asked: Double, eligible: Double, estimate: Double) -> [Measure] {
    let rates = [
      ("rr1", answers / asked, asked), ("rr5", answers / eligible, eligible), ("rr3", estimate, answers / estimate),
    ]
    return rates.map { name, rate, denominator in
      Measure(
        key: key("loyalty.response_rate.\(name)"), estimate: rate, numerator: answers, denominator: denominator, n: 200)
    }
  }

  private func entry(_ causes: CausedChanges, to after: Double = 0.545455) throws -> VersionDiff.Entry {
    var versions = [WorkedExample.before(), WorkedExample.after()]
    // 50 of 80 answered, 20 more are unknown, and 20 could not answer: four fifths of the unknown count.
    versions[0].measures = measures(answers: 50, asked: 100, eligible: 80, estimate: 0.520833)
    versions[1].measures = measures(answers: 60, asked: 110, eligible: 90, estimate: after)
    let diff = VersionDiff(from: versions[0], to: versions[1], causes: .known(causes))
    return try #require(diff.entries.first { $0.key == key("loyalty.response_rate.rr3") })
  }

  private var causes: CausedChanges {
    var causes = CausedChanges()
    let late = WorkedExample.change(.late, rows: 10, 10, 10)
    for rate in ["rr1", "rr5"] { causes.counts[key("loyalty.response_rate.\(rate)")] = WorkedExample.counts([late]) }
    causes.counts[key(CausedChanges.ineligible)] = WorkedExample.counts([
      WorkedExample.change(.removed, rows: 20, -20, 0)
    ])
    causes.ineligibleBefore[key(CausedChanges.ineligible)] = 20_000_000
    return causes
  }

  @Test func everyCauseTakesWhatItDoesOnAverage() throws {
    let entry = try entry(causes)
    // Late alone 0.564103, removed alone 0.500000, both 0.545455.
    let parts = entry.steps.flatMap(\.parts).sorted { $0.value > $1.value }
    #expect(parts.map { ($0.value * 1e7).rounded() } == [443_625, -197_405])
    #expect(parts.map(\.rows) == [10, 20])
    #expect(entry.notSplit == nil)
  }

  @Test func whatDoesNotAddUpIsNotDivided() throws {
    #expect(try entry(causes, to: 0.6).notSplit == .sumsDiffer)
  }
}
