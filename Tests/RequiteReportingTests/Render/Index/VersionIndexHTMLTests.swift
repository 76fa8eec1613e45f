import RequiteModel
import RequiteReporting
import Testing

@Suite struct VersionIndexHTMLTests {
  @Test func versionsAreListedNewestFirstWithTheirPins() throws {
    let page = page(["v1", "v2"], pins: ["v1": ["board"]])
    #expect(MarkupReader(page).faults == [])
    let first = try #require(page.firstRange(of: "<a href=\"versions/v2/index.html\">v2</a> <strong>latest</strong>"))
    let second = try #require(page.firstRange(of: "<a href=\"versions/v1/index.html\">v1</a>"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(page.contains("<code>board</code>"))
    #expect(page.contains("2 versions."))
  }

  @Test func everyVendorHasItsCourse() {
    let page = page(["v1", "v2", "v3"])
    #expect(page.contains("<title>Loyalty (NPS) of northwind-air</title>"))
    #expect(page.contains("<desc>From 33.3 to 33.3, 3 versions.</desc>"))
    #expect(
      page.contains("<tr><th scope=\"row\"><bdi>lumen-telecom</bdi></th><td class=\"n\">—</td><td class=\"w\">—</td>"))
  }

  @Test func aStoreWithoutVersionsSaysSo() {
    let page = page([])
    #expect(MarkupReader(page).faults == [])
    #expect(page.contains("Nothing has been published yet."))
  }

  private func page(_ ids: [String], pins: [String: [String]] = [:]) -> String {
    var history = VersionHistory()
    for id in ids { history.update(id, from: SampleReport.three.measures) }
    let versions = ids.map {
      VersionIndexHTML.Version(
        id: $0, published: "2026-03-31T02:00:00Z", pins: pins[$0] ?? [], isLatest: $0 == ids.last)
    }
    return String(decoding: VersionIndexHTML.render(versions, history: history), as: UTF8.self)
  }
}
