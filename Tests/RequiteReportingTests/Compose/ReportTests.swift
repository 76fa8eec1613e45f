import RequiteModel
import RequiteReporting
import Testing

@Suite struct ReportTests {
  @Test func vendorsStandInTheOrderOfTheirBytes() {
    let names = ["b", "a", "é", "e\u{301}", "Z"]
    let measures = names.map { Measure(key: MeasureKey(vendor: $0, metric: "loyalty.nps"), estimate: 1, n: 20) }
    let report = Report(version: "v", settings: Settings(), measures: measures, dumps: [])
    #expect(report.vendors.map { Array($0.name.utf8) } == ["Z", "a", "b", "e\u{301}", "é"].map { Array($0.utf8) })
  }

  @Test func theOrderOfWhatItIsComposedFromDoesNotMatter() {
    let report = SampleReport.three
    let shuffled = Report(
      version: report.version, settings: report.settings, measures: report.measures.reversed(),
      dumps: report.dumps.reversed(), facts: report.facts, previous: report.previous)
    #expect(shuffled == report)
  }

  @Test func aVendorIsSplitIntoWindowCutsAndTrend() throws {
    let vendor = try #require(SampleReport.three.vendors.first)
    #expect(vendor.name == "harbor-hotels")
    #expect(vendor.window.loyalty?.n == 120)
    #expect(vendor.cuts.map(\.dimension) == ["channel"])
    #expect(vendor.cuts[0].levels.map(\.level) == ["chat", "email", "phone", "twitter"])
    #expect(vendor.trend.map(\.period) == ["2026-01", "2026-02", "2026-03"])
    #expect(vendor.before == nil)
    #expect(vendor.measures.allSatisfy { $0.key.vendor == "harbor-hotels" })
  }

  @Test func yearsOfRevenueAreNoTrendAndMonthsNoGrowth() throws {
    let vendor = try #require(SampleReport.flagged.vendors.first)
    #expect(vendor.trend.map(\.period) == ["2026-01", "2026-02", "2026-03"])
    #expect(vendor.growth.map(\.period) == ["2024", "2025"])
  }

  @Test func aPeriodOfALevelIsNeitherTrendNorCut() throws {
    let key = MeasureKey(vendor: "a", dimension: "channel", level: "chat", period: "2026-03", metric: "loyalty.nps")
    let report = Report(
      version: "v", settings: Settings(), measures: [Measure(key: key, estimate: 1, n: 20)], dumps: [])
    let vendor = try #require(report.vendors.first)
    #expect(vendor.trend == [] && vendor.cuts == [] && vendor.growth == [])
    #expect(Array(vendor.measures) == report.measures)
  }

  @Test func thePreviousVersionIsFoundByVendor() throws {
    let vendor = try #require(SampleReport.three.vendors.last)
    #expect(vendor.before?.loyalty?.estimate == 30)
  }

  @Test func familiesStandInTheOrderOfTheReport() throws {
    let unknown = Measure(key: MeasureKey(vendor: "a", metric: "weather.rain"), estimate: 1, n: 20)
    let known = ["reciprocity.index", "diagnostics.conflicts", "loyalty.promoters", "loyalty.nps"].map {
      Measure(key: MeasureKey(vendor: "a", metric: $0), estimate: 1, n: 20)
    }
    let report = Report(version: "v", settings: Settings(), measures: known + [unknown], dumps: [])
    let families = try #require(report.vendors.first).families
    #expect(families.map(\.title) == ["Loyalty given", "Loyalty returned", "Diagnostics", "Other numbers"])
    #expect(families[0].measures.map(\.key.metric) == ["loyalty.nps", "loyalty.promoters"])
  }

  @Test func theWeakestComponentIsTheFirstOfTheLeastShown() throws {
    #expect(SampleReport.single.vendors[0].window.weakestComponent?.key.metric == "reciprocity.named")
    let tied = ["reciprocity.resolved", "reciprocity.answered"].map {
      Measure(key: MeasureKey(vendor: "a", metric: $0), estimate: 0.5, n: 20)
    }
    let report = Report(version: "v", settings: Settings(), measures: tied, dumps: [])
    #expect(report.vendors[0].window.weakestComponent?.key.metric == "reciprocity.answered")
  }

  @Test func aSmallCellDoesNotSayHowManyAnswered() {
    #expect(SampleReport.three.vendors[1].window.responses == nil)
    #expect(SampleReport.three.vendors[0].window.responses == 120)
  }

  @Test func rowsAreTotalledByKindAndRule() throws {
    let report = SampleReport.three
    #expect(report.totals.map(\.kind) == [.surveys, .interactions])
    #expect(report.totals.map(\.read) == [2405, 120_000])
    #expect(report.totals.map(\.quarantined) == [9, 3])
    #expect(report.ruleCounts.map(\.rule) == ["score.out-of-range", "csv.field-count", "time.future"])
    #expect(report.ruleCounts.map(\.rows) == [6, 3, 3])
  }

  @Test func absurdCountsStopAtTheLargestNumber() {
    let dump = DumpAccount(dump: "a", kind: .surveys, sha256: "", read: .max, accepted: .max)
    let report = Report(version: "v", settings: Settings(), measures: [], dumps: [dump, dump])
    #expect(report.totals.map(\.read) == [.max])
  }

  @Test func aDumpWhoseRowsDoNotAddUpIsFound() {
    let dump = DumpAccount(dump: "a", kind: .surveys, sha256: "", read: 5, accepted: 3, duplicates: 1)
    let report = Report(version: "v", settings: Settings(), measures: [], dumps: SampleReport.dumps + [dump])
    #expect(report.unbalancedDumps.map(\.dump) == ["a"])
    #expect(!DumpAccount(dump: "a", kind: .surveys, sha256: "", read: -2, accepted: .max, filtered: .max).isBalanced)
  }
}
