import Testing

/// How articles are read.
@Suite struct ArticleParsingTests {
  private let article = Article(
    name: "Sample",
    text: """
      # A sample

      Says nothing.

      Metrics: `a.one`,
      `a.response_rate.rr1`

      ## What it says

      See <doc:Other> and <doc:Another>.

      ```measures
      v,all,*,window,a.one,1.000000,,,,,,3,
      ```

      ## Formula

      ```
      one = 1
      ```

      ```arithmetic
      one = 3 - 2 = 1

      1 + 1 = 2
      ```
      """)

  @Test func metricsSectionsAndLinksAreFound() {
    #expect(article.metrics == ["a.one", "a.response_rate.rr1"])
    #expect(article.sections == ["What it says", "Formula"])
    #expect(article.links == ["Other", "Another"])
  }

  @Test func blocksAreFoundByTheirLanguage() {
    #expect(article.lines(in: "measures") == ["v,all,*,window,a.one,1.000000,,,,,,3,"])
    #expect(article.lines(in: "arithmetic") == ["one = 3 - 2 = 1", "1 + 1 = 2"])
    #expect(article.lines(in: "swift") == [])
  }

  @Test func aRowKnowsWhatAnExampleMayDerive() {
    let row = MeasureRow("v,all,*,window,a.response_rate.rr1,0.5,0.1,0.3,0.7,1.000000,2.000000,3,")
    #expect(row.metric == "a.response_rate.rr1")
    #expect(row.shortName == "rr1")
    #expect(row.derivable == ["rr1": "0.5", "rr1_error": "0.1", "rr1_low": "0.3", "rr1_high": "0.7"])
  }
}
