import RequiteModel
import RequiteReporting
import Testing

@Suite struct MeasureDiffTests {
  @Test func equalTablesDoNotDiffer() {
    let measures = SampleReport.three.measures
    let diff = MeasureDiff(before: measures, after: measures.reversed())
    #expect(diff.isEmpty)
    #expect(diff.count(.unchanged) == measures.count)
    #expect(MeasureDiff(before: [], after: []).isEmpty)
  }

  @Test func everyNumberHasOneOfFourFates() {
    let before = [measure("a", 1), measure("b", 2), measure("c", 3)]
    let after = [measure("b", 2), measure("c", 4), measure("d", 5)]
    let diff = MeasureDiff(before: before, after: after)
    #expect(diff.entries.map(\.key.metric) == ["a", "b", "c", "d"])
    #expect(diff.entries.map(\.kind) == [.removed, .unchanged, .changed, .added])
    #expect(diff.entries(.changed).map(\.key.metric) == ["c"])
  }

  @Test func aDifferenceBelowTheSixthDecimalIsNone() {
    #expect(MeasureDiff(before: [measure("a", 1)], after: [measure("a", 1 + 4e-7)]).isEmpty)
    #expect(!MeasureDiff(before: [measure("a", 1)], after: [measure("a", 1 + 6e-7)]).isEmpty)
  }

  @Test(
    arguments: [
      { (measure: inout Measure) in measure.estimate = nil }, { $0.standardError = 1 }, { $0.low = 0 }, { $0.high = 9 },
      { $0.numerator = 1 }, { $0.denominator = 2 }, { $0.n = 21 }, { $0.reason = .zeroVariance },
    ] as [@Sendable (inout Measure) -> Void])
  func everyColumnIsCompared(change: @Sendable (inout Measure) -> Void) {
    var changed = measure("a", 1)
    change(&changed)
    #expect(MeasureDiff(before: [measure("a", 1)], after: [changed]).count(.changed) == 1)
  }

  @Test func namesAreComparedByteForByte() {
    let composed = Measure(key: MeasureKey(vendor: "\u{E9}", metric: "m"), estimate: 1, n: 20)
    let decomposed = Measure(key: MeasureKey(vendor: "e\u{301}", metric: "m"), estimate: 1, n: 20)
    let diff = MeasureDiff(before: [composed], after: [decomposed])
    #expect(diff.count(.added) == 1)
    #expect(diff.count(.removed) == 1)
  }

  @Test func swappingTheTablesSwapsAddedAndRemoved() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let tables = (0..<2).map { _ in
        (0..<20).filter { _ in Bool.random(using: &generator) }.map {
          measure("m\($0)", Double(Int.random(in: 0...2, using: &generator)))
        }
      }
      let there = MeasureDiff(before: tables[0], after: tables[1])
      let back = MeasureDiff(before: tables[1], after: tables[0])
      #expect(there.count(.added) == back.count(.removed))
      #expect(there.count(.changed) == back.count(.changed))
      #expect(there.count(.unchanged) == back.count(.unchanged))
      #expect(there.entries.map(\.key) == back.entries.map(\.key))
      #expect(there.entries.compactMap(\.before).count == tables[0].count)
    }
  }

  private func measure(_ metric: String, _ estimate: Double) -> Measure {
    Measure(key: MeasureKey(vendor: "v", metric: metric), estimate: estimate, n: 20)
  }
}
