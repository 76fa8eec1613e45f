import RequiteTestSupport
import Testing

/// The catalogs hold together: links lead somewhere, and the index leads everywhere.
@Suite struct CatalogTests {
  @Test func theCatalogsAreFound() {
    #expect(Catalog.all.map(\.module) == ["RequiteFormats", "RequiteReporting", "RequiteScoring", "RequiteStatistics"])
    #expect(Catalog.numbers.count > 40)
    #expect(MetricNames.known.contains("loyalty.nps"))
  }

  @Test(arguments: Catalog.all)
  func everyLinkLeadsToAnArticle(_ catalog: Catalog) {
    let names = Set(catalog.articles.map(\.name))
    for article in catalog.articles {
      for link in article.links { #expect(names.contains(link), "<doc:\(link)> in \(article.name)") }
    }
  }

  @Test(arguments: Catalog.all)
  func theIndexListsEveryArticleOnce(_ catalog: Catalog) throws {
    let index = try #require(catalog.articles.first { $0.name == catalog.module }, "no \(catalog.module).md")
    let topics = index.lines.drop { $0 != "## Topics" }
    for article in catalog.articles where article.name != catalog.module {
      #expect(topics.count { $0 == "- <doc:\(article.name)>" } == 1, "\(article.name) in the index")
    }
  }

  @Test(arguments: Catalog.all)
  func everyArticleHasATitleAndASummary(_ catalog: Catalog) {
    for article in catalog.articles {
      #expect(article.lines[0].hasPrefix("# "), "\(article.name)")
      #expect(article.lines.count > 2 && article.lines[1].isEmpty && !article.lines[2].isEmpty, "\(article.name)")
    }
  }
}

extension Catalog: CustomTestStringConvertible {
  var testDescription: String { module }
}
