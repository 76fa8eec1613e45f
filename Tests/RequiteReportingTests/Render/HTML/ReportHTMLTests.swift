import RequiteModel
import RequiteReporting
import Testing

@Suite struct ReportHTMLTests {
  @Test(arguments: SampleReport.Kind.allCases)
  func thePageIsWellFormed(kind: SampleReport.Kind) {
    #expect(MarkupReader(page(kind.report)).faults == [])
  }

  @Test(arguments: SampleReport.Kind.allCases)
  func thePageNeedsNothingFromOutside(kind: SampleReport.Kind) {
    let elements = MarkupReader(page(kind.report)).elements
    let forbidden: Set<String> = ["script", "iframe", "object", "embed", "img", "form", "base", "image", "use"]
    #expect(!elements.contains { forbidden.contains($0.name) })
    #expect(!elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" || $0 == "src" } })
    let targets = elements.compactMap { $0.attributes["href"] }
    #expect(
      targets.allSatisfy {
        $0.hasPrefix("#") || $0.hasPrefix("../")
          || ["measures.csv", "report.json", "manifest.json", "data:,"].contains($0)
      })
    // The hatching is a pattern of the page itself.
    #expect(!page(kind.report).replacing("url(#hatch)", with: "").contains("url("))
    #expect(!page(kind.report).contains("@import"))
  }

  @Test(arguments: SampleReport.Kind.allCases)
  func idsAreUniqueAndEveryLinkInsideArrives(kind: SampleReport.Kind) {
    let elements = MarkupReader(page(kind.report)).elements
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let links = elements.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }.map {
      String($0.dropFirst())
    }
    #expect(Set(links).subtracting(ids) == [])
  }

  @Test(arguments: SampleReport.Kind.allCases)
  func thereIsOneHeadlineAndEveryChartIsDescribed(kind: SampleReport.Kind) {
    let elements = MarkupReader(page(kind.report)).elements
    let names = elements.map(\.name)
    let charts = elements.count { $0.name == "svg" && $0.attributes["role"] == "img" }
    #expect(names.count { $0 == "h1" } == 1)
    #expect(charts == names.count { $0 == "desc" })
    #expect(charts == 2 * names.count { $0 == "figure" })
    #expect(charts + 1 == names.count { $0 == "title" })
    #expect(names.count { $0 == "table" } == names.count { $0 == "caption" })
  }

  @Test(arguments: SampleReport.Kind.allCases)
  func theSameReportGivesTheSameBytes(kind: SampleReport.Kind) {
    #expect(ReportHTML.render(kind.report) == ReportHTML.render(kind.report))
  }

  @Test func aPolicyForbidsScriptsAndRequests() throws {
    let policy = MarkupReader(page(SampleReport.single)).elements.first {
      $0.attributes["http-equiv"] == "Content-Security-Policy"
    }
    #expect(
      try #require(policy).attributes["content"]
        == "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
  }

  @Test func sectionsHaveStableIds() {
    let ids = MarkupReader(page(SampleReport.three)).elements.compactMap { $0.attributes["id"] }
    #expect(
      ids == [
        "summary", "why", "mix", "trend", "speed", "pillars", "balance", "segments", "vendors", "vendor-harbor-hotels",
        "vendor-northwind-air", "vendor-lumen-telecom", "numbers", "checks", "dumps", "provenance",
      ])
  }

  @Test func everyPublishedNumberOfAVendorStandsInATable() {
    let page = page(SampleReport.single)
    for measure in SampleReport.single.measures {
      #expect(page.contains("<code>\(measure.key.metric)</code>"))
    }
    #expect(page.contains("<td class=\"n\">28.7 %</td><td class=\"w\">20.0 to 37.5 %</td>"))
    #expect(page.contains("Not shown: 4 cases, 10 needed"))
  }

  @Test func everyPublishedNumberOfAFewVendorsStandsInATable() {
    let page = page(SampleReport.three)
    for metric in Set(SampleReport.three.measures.map(\.key.metric)) {
      #expect(page.contains("<code>\(metric)</code>"))
    }
    #expect(page.contains("<td>\u{2212}45.8 (\u{2212}58.8 to \u{2212}33.3)</td>"))
  }

  @Test func aMissingNumberHasItsReason() {
    #expect(
      page(SampleReport.Kind.suppressed.report).contains(
        "<dd class=\"value\">—</dd><dd>Not shown, to protect a small group</dd>"))
    #expect(page(SampleReport.three).contains("<dd>1 not shown</dd>"))
  }

  @Test func aNegativeNumberHasATypographicMinusAndANameKeepsItsHyphen() {
    let page = page(SampleReport.three)
    #expect(page.contains("<dd class=\"value range\">\u{2212}45.8 to 33.3</dd>"))
    #expect(page.contains("><bdi>harbor-hotels</bdi></a>"))
  }

  @Test func aPartialIndexIsMarkedWhereverItStands() {
    let page = page(SampleReport.flagged)
    #expect(page.contains("<dd class=\"value\">75.0</dd><dd>69.0\u{A0}to\u{A0}81.0 (95\u{A0}%)</dd><dd>partial</dd>"))
    #expect(page.contains("<td class=\"n\">75.0 partial</td>"))
    #expect(page.contains("<td>Partial: without Listening</td>"))
  }

  @Test func whatNeedsCareIsListed() {
    let page = page(SampleReport.flagged)
    #expect(page.contains("<h3>To be read with care</h3>\n<ul>\n<li>The index is partial,"))
    #expect(!self.page(SampleReport.three).contains("To be read with care"))
  }

  @Test func aTrendTellsChangesAndSignals() {
    let page = page(SampleReport.flagged)
    #expect(page.contains("<td class=\"w\">+4.1 (\u{2212}2.0 to 10.2)</td>"))
    #expect(page.contains("<td><strong>signal: loyalty up, returned down</strong></td>"))
  }

  @Test func growthHasATableOfYears() {
    let page = page(SampleReport.flagged)
    #expect(page.contains("<h3>Growth of revenue</h3>"))
    #expect(page.contains("<tr><th scope=\"row\">2024</th><td>Earned growth"))
    #expect(!self.page(SampleReport.three).contains("Growth of revenue"))
  }

  @Test func ofManyLevelsFiftyAreListedAndTheLargestHaveBars() {
    let page = page(SampleReport.flagged)
    #expect(page.ranges(of: "<th scope=\"row\"><bdi>region-").count >= 50)
    #expect(page.contains("The 50 levels with most responses; 10 more in measures.csv."))
    #expect(page.contains(">region-69</text>"))
  }

  @Test func aRefusedDumpIsAWarning() {
    #expect(
      page(SampleReport.hostile).contains("<p class=\"warning\"><a href=\"#dumps\">Incomplete: 1 dump was refused"))
    #expect(!page(SampleReport.three).contains("<p class=\"warning\">"))
  }

  @Test func aPageOfTwentyVendorsIsSmall() {
    #expect(ReportHTML.render(SampleReport.waiting(SampleReport.many(20))).count < 150_000)
    #expect(ReportHTML.render(SampleReport.Kind.movedMany.report).count < 150_000)
  }

  /// However many dumps a night reads.
  @Test func thousandsOfDumpsStayWithinTheBudget() {
    let dumps = (0..<5000).map { number in
      DumpAccount(
        dump: "surveys-\(number).csv.gz", kind: .surveys, sha256: "1", lines: 11, read: 10,
        accepted: number == 7 ? 9 : 10, quarantined: number == 7 ? 1 : 0)
    }
    let page = page(Report(version: "v", settings: Settings(), measures: SampleReport.single.measures, dumps: dumps))
    #expect(page.utf8.count < 150_000)
    #expect(page.contains("<summary>Table: 24 of 5000 dumps</summary>"))
    #expect(page.contains("4,976 more dumps in manifest.json."))
    #expect(page.contains("<th scope=\"row\">surveys-7.csv.gz<br>"))
  }

  @Test func hundredsOfVendorsStayWithinTheBudget() {
    let bytes = ReportHTML.render(SampleReport.waiting(SampleReport.many(300)))
    #expect(bytes.count < 500_000)
    let page = String(decoding: bytes, as: UTF8.self)
    #expect(page.ranges(of: "id=\"vendor-").count == 300)
    #expect(page.ranges(of: "<section id=\"vendor-").count == ReportHTML.sections.worst)
    // What a link arrives at stands behind no fold.
    let folded = page.split(separator: "<details").dropFirst().map {
      $0.prefix { $0 != "\u{0}" }.split(separator: "</details>")[0]
    }
    #expect(folded.allSatisfy { !$0.contains("id=\"vendor-") })
  }

  @Test func theFirstVersionHasNothingToCompareWith() {
    #expect(
      page(SampleReport.single).contains("<p>This is the first version: there is nothing to compare it with.</p>"))
  }

  @Test func beforeAndNowAddUpAsTheyAreShown() {
    let page = page(SampleReport.three)
    #expect(
      page.contains(
        "<th scope=\"row\"><bdi>northwind-air</bdi></th><td>Loyalty (NPS)</td><td class=\"n\">30.0</td>"
          + "<td class=\"n\">33.3</td><td class=\"n\">+3.3</td>"))
  }

  @Test func whatMovedANumberIsDrawnWhereItIsKnown() throws {
    let page = page(SampleReport.moved)
    #expect(page.contains("<h1>Loyalty of <bdi>acme</bdi> fell 3.7 points; 3.0 of them correct earlier nights</h1>"))
    let drawn = ReportHTML.figures(of: SampleReport.moved)[0]
    #expect(drawn.title == "acme: Loyalty (NPS)")
    #expect(
      drawn.finding
        == "before 32.5, late -2.6, removed -0.5, corrected +0.1, restated 29.5, new -0.4, aged out -0.3, now 28.8.")
    #expect(
      page.contains("<p>Restated \u{2212}3.0: restated more than 1.0; movement \u{2212}0.7 ± 1.8: within noise.</p>"))
  }

  /// Checklist 12: what is shown of a change adds up, and is the same number everywhere.
  @Test(arguments: [SampleReport.Kind.moved, .movedMany])
  func displayedCausesAddUpToTheDisplayedChange(kind: SampleReport.Kind) throws {
    let report = kind.report
    for entry in try #require(report.movement).entries where !entry.steps.isEmpty {
      let parts = entry.steps.flatMap(\.parts).map { tenths($0.text) }.reduce(0, +)
      #expect(parts == tenths(entry.changeText), "\(entry.key)")
      #expect(tenths(entry.nowText) - tenths(entry.beforeText) == tenths(entry.changeText))
    }
    let page = page(report)
    let vendor = try #require(report.vendors.first)
    let now = NumberText.text(try #require(vendor.window.loyalty?.estimate), .points)
    #expect(page.contains("<td class=\"n\">\(now)</td>"))
    #expect(page.contains(">\(now)</text>"))
  }

  private func tenths(_ text: String) -> Int {
    Int(text.filter { $0 != "." && $0 != "+" })!
  }

  @Test func aVendorWithoutANameIsCalledSo() {
    let page = page(SampleReport.odd)
    #expect(page.contains(">(no name)</text>"))
    #expect(!page.contains("></text>"))
    #expect(page.contains("<bdi>(no name)</bdi>"))
  }

  @Test func withoutVendorsNothingIsClaimed() {
    let page = page(SampleReport.Kind.empty.report)
    #expect(page.contains("<dt>Responses</dt><dd class=\"value\">—</dd><dd>no data</dd>"))
    #expect(!page.contains("id=\"mix\""))
  }

  @Test func aNameKeepsItsDirectionToItself() {
    let page = page(SampleReport.odd)
    #expect(page.contains("<bdi>מלון הנמל</bdi>"))
    #expect(page.contains("<bdi>\\u{1B}[31mred</bdi>"))
  }

  private func page(_ report: Report) -> String {
    String(decoding: ReportHTML.render(report), as: UTF8.self)
  }
}
