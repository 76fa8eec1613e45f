import RequiteModel
import RequiteReporting
import Testing

/// A difference of two ratios is divided as both of them are: here 6 of 10 less 40 of 80 become 15 of 20 less 45 of 100.
@Suite struct DifferenceSplitTests {
  private static let (customers, gap, vendor) = ("perception.customer_good", "perception.gap", "perception.vendor_good")

  private func key(_ metric: String) -> MeasureKey { MeasureKey(vendor: "acme", metric: metric) }

  private func measures(_ customers: (Double, Double), _ vendor: (Double, Double)) -> [Measure] {
    func ratio(_ metric: String, _ sums: (Double, Double)) -> Measure {
      Measure(
        key: key(metric), estimate: sums.0 / sums.1, numerator: sums.0, denominator: sums.1, n: 300)
    }
    let gap = Measure(key: key(Self.gap), estimate: vendor.0 / vendor.1 - customers.0 / customers.1, n: 600)
    return [ratio(Self.customers, customers), gap, ratio(Self.vendor, vendor)]
  }

  private func entry(minimum: Int64 = 1, _ causes: CausedChanges) throws -> VersionDiff.Entry {
    var (before, after) = (WorkedExample.before(minimum), WorkedExample.after(minimum))
    before.measures = measures((40, 80), (6, 10))
    after.measures = measures((45, 100), (15, 20))
    let diff = VersionDiff(from: before, to: after, causes: .known(causes))
    return try #require(diff.entries.first { $0.key.metric == Self.gap })
  }

  private func causes(late: Int64) -> CausedChanges {
    var causes = CausedChanges()
    causes.counts[key(Self.customers)] = WorkedExample.counts([
      WorkedExample.change(.late, rows: late, 0, 10), WorkedExample.change(.new, rows: 20, 5, 10),
    ])
    causes.counts[key(Self.vendor)] = WorkedExample.counts([WorkedExample.change(.late, rows: late, 9, 10)])
    return causes
  }

  @Test func eachCauseTakesWhatItDidToBoth() throws {
    let entry = try entry(causes(late: 10))
    #expect(entry.notSplit == nil)
    let parts = entry.steps.flatMap(\.parts)
    #expect(parts.map(\.name) == [.cause(Cause(.knowledge, .late)), .cause(Cause(.period, .new))])
    #expect(parts.map(\.rows) == [20, 20])
    // Late: from 6/10 − 40/80 to 15/20 − 40/90; new: from there to 15/20 − 45/100.
    for (part, expected) in zip(parts, [0.15 + 40.0 / 80 - 40.0 / 90, 40.0 / 90 - 0.45]) {
      #expect((part.value - expected).magnitude < 1e-12)
    }
    #expect(entry.changeText == "+0.200")
  }

  @Test func bothSidesHaveTheSameGroupsOfCauses() throws {
    // Six late rows on either side are shown: together they are twelve.
    #expect(try entry(minimum: 10, causes(late: 6)).steps.flatMap(\.parts).map(\.name.word) == ["late", "new"])
    #expect(try entry(minimum: 10, causes(late: 3)).steps.flatMap(\.parts).map(\.name.word) == ["few_rows"])
  }

  @Test func whatDoesNotAddUpOnOneSideIsNotDivided() throws {
    var causes = causes(late: 10)
    causes.counts[key(Self.vendor)] = nil
    #expect(try entry(causes).notSplit == .sumsDiffer)
  }
}
