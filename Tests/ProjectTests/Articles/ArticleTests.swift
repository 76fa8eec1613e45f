import RequiteTestSupport
import Testing

/// Every published number has an article, and what the article says is what the reports say.
@Suite struct ArticleTests {
  private static let sections = [
    "What it says", "Formula", "Example", "What is left out", "Small samples", "When it means nothing", "Literature",
  ]
  /// The sample as every night scores it, and under `SampleData/tiny/by-week.yaml`.
  private static let samples = ["tiny", "tiny-by-week"]
  private static let recorded = Set(samples.flatMap { RecordedMeasures.rows(of: $0) })
  private static let ofTheSample = Set(samples.flatMap { RecordedMeasures.metrics(of: $0) })

  @Test(arguments: Catalog.numbers)
  func anArticleAboutANumberHasAllSections(_ article: Article) {
    #expect(article.sections == Self.sections)
  }

  @Test(arguments: Catalog.numbers)
  func proseFitsTheLine(_ article: Article) {
    let rows = Set(article.lines(in: "measures"))
    for line in article.lines where !rows.contains(line) && !line.hasPrefix("|") {
      #expect(line.count <= 120, "\(line)")
    }
  }

  @Test(arguments: Catalog.pages)
  func aRowThatIsShownIsOneOfTheRecordedReport(_ article: Article) {
    for row in article.lines(in: "measures") {
      let isRecorded = Self.recorded.contains(row)
      #expect(isRecorded, "in neither measures.csv of tiny in Tests/RequiteNightTests/Golden: \(row)")
    }
  }

  @Test(arguments: Catalog.numbers)
  func anExampleShowsTheNumbersOfTheArticle(_ article: Article) {
    let shown = article.lines(in: "measures").map { MeasureRow($0).metric }
    #expect(Set(shown) == Self.ofTheSample.intersection(article.metrics), "\(article.metrics)")
  }

  @Test(arguments: Catalog.pages)
  func theArithmeticOfAnExampleHolds(_ article: Article) throws {
    var arithmetic = Arithmetic()
    for line in article.lines(in: "arithmetic") {
      let result = try arithmetic.evaluate(line)
      #expect(result.holds, "\(line): it is \(result.value)")
    }
  }

  @Test(arguments: Catalog.numbers)
  func anExampleDerivesTheEstimatesItShows(_ article: Article) throws {
    var arithmetic = Arithmetic()
    for line in article.lines(in: "arithmetic") { _ = try arithmetic.evaluate(line) }
    var seen: Set<String> = []
    for row in article.lines(in: "measures").map({ MeasureRow($0) }) where seen.insert(row.metric).inserted {
      #expect(row.estimate.isEmpty || arithmetic.values[row.shortName] != nil, "\(row.metric) is not derived")
      for (name, printed) in row.derivable {
        guard let value = arithmetic.values[name] else { continue }
        #expect(Arithmetic.rounds(value, to: printed), "\(name) is \(value), but \(printed) is published")
      }
    }
  }

  @Test func everyNumberHasExactlyOneArticle() {
    let explained = Catalog.numbers.flatMap(\.metrics)
    let repeated = Dictionary(grouping: explained) { $0 }.filter { $0.value.count > 1 }.keys
    #expect(MetricNames.known.union(Self.recordedNames).subtracting(explained).sorted() == [], "not explained")
    #expect(repeated.sorted() == [], "explained twice")
  }

  @Test func everyNumberThatIsExplainedIsPublished() {
    let unknown = Catalog.numbers.flatMap(\.metrics)
      .filter { !MetricNames.isKnown($0) && !Self.recordedNames.contains($0) }
    #expect(unknown == [], "explained, but not published")
  }

  private static let recordedNames = ofTheSample.union(RecordedMeasures.metrics(of: "village"))
}
