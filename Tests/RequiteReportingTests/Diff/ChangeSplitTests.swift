import RequiteModel
import RequiteReporting
import Testing

/// Parts add up, whatever happened; what does not add up is not divided.
@Suite struct ChangeSplitTests {
  @Test func displayedPartsAddUpForRandomNights() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let changes = randomChanges(&generator)
      let start = (numerator: Int.random(in: -400...400, using: &generator), denominator: 900)
      let end = changes.reduce((Int128(start.numerator), Int128(start.denominator))) {
        ($0.0 + $1.numerator / 1_000_000, $0.1 + $1.denominator / 1_000_000)
      }
      let entry = try #require(compared(from: (Int128(start.numerator), 900), to: end, changes))
      for step in entry.steps { #expect(tenths(step.changeText) == step.parts.reduce(0) { $0 + tenths($1.text) }) }
      #expect(entry.changeText.isEmpty == false)
      #expect(tenths(entry.changeText) == entry.steps.reduce(0) { $0 + tenths($1.changeText) })
      let sum = entry.steps.flatMap(\.parts).reduce(0) { $0 + $1.value }
      let change = 100 * (Double(end.0) / Double(end.1) - Double(start.numerator) / 900)
      #expect((sum - change).magnitude < 1e-9)
    }
  }

  @Test func causesThatDoNotAddUpAreNoSplit() throws {
    let entry = try #require(compared(from: (260, 800), to: (250, 800), [WorkedExample.change(.late, rows: 20, -9, 0)]))
    #expect(entry.notSplit == .sumsDiffer)
    #expect(entry.steps.isEmpty)
  }

  @Test func aNumberThatWentThereAndBackIsShown() throws {
    let changes = [WorkedExample.change(.late, rows: 20, -10, 0), WorkedExample.change(.new, rows: 20, 10, 0)]
    let entry = try #require(compared(from: (260, 800), to: (260, 800), changes))
    #expect(entry.numbers.kind == .unchanged)
    #expect(entry.isChanged)
    #expect(entry.steps.map(\.changeText) == ["-1.3", "+1.3"])
  }

  @Test func settingsActOneAfterTheOther() throws {
    let changes = ["floor", "returned_cut"].map {
      CausedChange(Cause(.configuration, .configuration, detail: $0), numerator: -8_000_000, denominator: 0)
    }
    let entry = try #require(compared(from: (260, 800), to: (244, 800), changes))
    #expect(entry.steps.map(\.title) == ["configuration"])
    #expect(entry.steps[0].parts.map(\.name.text) == ["floor", "returned_cut"])
    #expect(entry.steps[0].parts.map(\.value) == [-1, -1])
  }

  @Test func aTotalTakesWhatItsRowsChanged() throws {
    let key = MeasureKey(vendor: "acme", metric: "loyalty.promoters")
    var causes = CausedChanges()
    causes.counts[key] = WorkedExample.counts([
      WorkedExample.change(.late, rows: 20, 20, 0), WorkedExample.change(.agedOut, rows: 15, -15, 0),
    ])
    let entry = try #require(compared(key, 420, 425, causes))
    #expect(entry.steps.flatMap(\.parts).map(\.text) == ["+20", "-15"])
    #expect(entry.steps.map(\.endText) == ["440", "425"])
  }

  @Test func aMedianIsSharedOutAmongItsCauses() throws {
    var waits = CausedChanges.Waits()
    waits.before = [60: .init(answered: 10), 600: .init(answered: 11)]
    waits.changes = [
      .init(Cause(.knowledge, .late), bins: [300: .init(answered: 12)]),
      .init(Cause(.period, .new), bins: [60: .init(answered: 30)]),
    ]
    var causes = CausedChanges()
    let key = MeasureKey(vendor: "acme", metric: "first_answer.median_seconds")
    causes.waits[key] = waits
    let entry = try #require(compared(key, 600, 60, causes))
    #expect(entry.steps.map(\.endText) == ["300 s", "60 s"])
    #expect(entry.steps.flatMap(\.parts).map(\.text) == ["-300 s", "-240 s"])
    #expect(entry.steps.flatMap(\.parts).map(\.rows) == [12, 30])
  }

  @Test func weightsOfComponentsAreAPartOfTheirOwn() throws {
    var (before, after) = (WorkedExample.before(), WorkedExample.after())
    let listening = MeasureKey(vendor: "acme", metric: "reciprocity.listening")
    for place in before.measures.indices {
      if before.measures[place].key == listening {
        before.measures[place] = Measure(key: listening, estimate: 0.1, numerator: 1, denominator: 10, n: 300)
        after.measures[place] = Measure(
          key: listening, estimate: nil, numerator: 1, denominator: 9, n: 300, reason: .denominatorTooSmall)
      }
      if before.measures[place].key.metric == "reciprocity.answered" { after.measures[place] = before.measures[place] }
      if before.measures[place].key.metric == "reciprocity.index" {
        before.measures[place].estimate = 56.389502
        after.measures[place].estimate = 70
      }
    }
    var causes = CausedChanges()
    causes.counts[listening] = WorkedExample.counts([WorkedExample.change(.removed, rows: 1, 0, -1)])
    let diff = VersionDiff(from: before, to: after, causes: .known(causes))
    let entry = try #require(diff.entries.first { $0.key.metric == "reciprocity.index" })
    #expect(entry.steps.flatMap(\.parts).map(\.name) == [.cause(Cause(.knowledge, .removed)), .weights])
    #expect(entry.steps.flatMap(\.parts).map(\.text) == ["0.0", "+13.6"])
  }

  @Test(arguments: [
    ("loyalty.nps_raked", "window", NotSplit.noSumOfRows), ("loyalty.nps", "2026-10", .trendPeriod),
  ])
  func whatCannotBeDividedSaysWhy(metric: String, period: String, reason: NotSplit) throws {
    let key = MeasureKey(vendor: "acme", period: period, metric: metric)
    #expect(try #require(compared(key, 1, 2, CausedChanges())).notSplit == reason)
  }

  /// What every metric of the catalogue says, so that nobody has to guess.
  @Test func everyUndividedMetricHasAReasonOfItsOwn() {
    for name in Metric.catalogue where Metric(named: name).makeup == .other {
      #expect(NotSplit.noSumOfRows.text(of: name) != NotSplit.noSumOfRows.text(of: "unknown"), "\(name)")
    }
    #expect(NotSplit.noSumOfRows.text(of: "balance.mutual").hasPrefix("rests on how well each customer"))
    #expect(NotSplit.noSumOfRows.text(of: "loyalty.nps_raked").hasPrefix("weights are fitted to margins"))
  }

  @Test func whatWasForgottenExplainsWhatDoesNotAddUp() throws {
    let rows = ForgottenRows(version: "211", rows: 12, date: "2026-12-01")
    let late = [WorkedExample.change(.late, rows: 20, -9, 0)]
    let wrong = try #require(compared(from: (260, 800), to: (250, 800), late, forgotten: [rows]))
    #expect(wrong.notSplit == .forgotten([rows]))
    #expect(wrong.notSplitText == "12 rows of version 211 were forgotten on 2026-12-01")
    let right = try #require(compared(from: (260, 800), to: (251, 800), late, forgotten: [rows]))
    #expect(right.notSplit == nil)
  }

  /// 600 answers become 660, test accounts are dropped, and the last answer of a customer counts: all eight corners are
  /// known, by data, configuration and method.
  @Test func anAverageOverOrdersDoesNotHangOnAnyOfThem() throws {
    let corners: [Set<ChangeLeg>: Int128] = [
      []: 8_000_000, [.method]: 6_666_700, [.configuration]: 8_521_700, [.configuration, .method]: 5_014_700,
      [.data]: 3_864_000, [.data, .method]: 1_117_300, [.data, .configuration]: 4_523_400,
      [.data, .configuration, .method]: 854_700,
    ]
    let causes: [ChangeLeg: Cause] = [
      .data: Cause(.knowledge, .late), .configuration: Cause(.configuration, .configuration, detail: "accounts"),
      .method: Cause(.method, .method, detail: "latest_answers"),
    ]
    let key = MeasureKey(vendor: "acme", metric: "loyalty.promoters")
    let orders = ChangeLeg.orders(of: Set(ChangeLeg.allCases)).map { order in
      var (known, changes) = (Set<ChangeLeg>(), CausedChanges())
      changes.counts[key] = WorkedExample.counts(
        order.map { leg in
          let before = corners[known]!
          known.insert(leg)
          return CausedChange(
            causes[leg]!, rows: leg == .data ? 60 : 0, numerator: corners[known]! - before, denominator: 0)
        })
      return OrderedChanges(order, changes)
    }
    #expect(orders.map(\.order).count == 6)
    #expect(orders[0].order == [.data, .configuration, .method])
    let entry = try #require(compared(key, 8, 0.8547, orders[0].changes, others: Array(orders.dropFirst())))
    let parts = entry.steps.flatMap(\.parts)
    func thousandths(_ values: [Double]) -> [Double] { values.map { ($0 * 1000).rounded() / 1000 } }
    #expect(thousandths(parts.map(\.value)) == [-4.357, -0.079, -2.710])
    #expect(thousandths([parts.reduce(0) { $0 + $1.value }]) == [-7.145])
    #expect(thousandths(parts.compactMap { $0.range?.low }) == [-5.549, -1.652, -3.669])
    #expect(thousandths(parts.compactMap { $0.range?.high }) == [-3.998, 0.659, -1.333])
    #expect(entry.steps.map(\.title) == ["restated", "configuration", "method"])
    let usual = try #require(compared(key, 8, 0.8547, orders[0].changes))
    #expect(thousandths(usual.steps.flatMap(\.parts).map(\.value)) == [-4.136, 0.659, -3.669])
    #expect(usual.steps.flatMap(\.parts).allSatisfy { $0.range == nil })
  }

  @Test func withoutCausesNothingIsDivided() throws {
    let diff = WorkedExample.diff(causes: nil)
    #expect(diff.entries.filter { $0.metric.makeup != .other }.allSatisfy { $0.notSplit == .rowsNotCompared })
  }

  // MARK: Support

  private func randomChanges(_ generator: inout SeededGenerator) -> [CausedChange] {
    let kinds: [Cause.Kind] = [.removed, .corrected, .late, .knockOn, .agedOut, .new]
    return kinds.compactMap { kind in
      guard Bool.random(using: &generator) else { return nil }
      let weight = Int128.random(in: -20...20, using: &generator)
      return WorkedExample.change(kind, rows: 30, Int128.random(in: -25...25, using: &generator), weight)
    }
  }

  private func tenths(_ text: String) -> Int { Int(text.filter { $0 != "." && $0 != "+" })! }

  private func compared(
    from before: (Int128, Int128), to after: (Int128, Int128), _ changes: [CausedChange],
    forgotten: [ForgottenRows] = []
  ) -> VersionDiff.Entry? {
    let key = WorkedExample.nps
    var versions = [WorkedExample.before(), WorkedExample.after()]
    for (place, counts) in [before, after].enumerated() {
      let (numerator, denominator) = (Double(counts.0), Double(counts.1))
      versions[place].measures = [
        Measure(
          key: key, estimate: printed(100 * numerator / denominator), numerator: numerator, denominator: denominator,
          n: 800)
      ]
    }
    var causes = CausedChanges()
    causes.counts[key] = WorkedExample.counts(changes)
    return VersionDiff(from: versions[0], to: versions[1], causes: .known(causes, forgotten: forgotten)).entries.first
  }

  private func compared(
    _ key: MeasureKey, _ before: Double, _ after: Double, _ causes: CausedChanges, others: [OrderedChanges] = []
  ) -> VersionDiff.Entry? {
    var versions = [WorkedExample.before(), WorkedExample.after()]
    versions[0].measures = [Measure(key: key, estimate: before, n: 100)]
    versions[1].measures = [Measure(key: key, estimate: after, n: 100)]
    return VersionDiff(from: versions[0], to: versions[1], causes: .known(causes, otherOrders: others)).entries.first
  }

  /// As it is read back from a table.
  private func printed(_ value: Double) -> Double { FixedDecimal.value(of: FixedDecimal.text(of: value))! }
}
