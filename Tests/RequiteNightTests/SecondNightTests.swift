import Foundation
import RequiteTestSupport
import Testing

/// What the second night of an installation shows beside the first.
@Suite struct SecondNightTests {
  /// Two nights over the village, of which the first lacked the dumps of the last day.
  private func twoNights() throws -> Night {
    let night = Night()
    night.useKnownKey()
    let folder = "\(night.folder.path)/dumps"
    try FileManager.default.copyItem(atPath: ProjectFolder.path("SampleData/village"), toPath: folder)
    let last = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains("2026-03-20") }
    #expect(last.count == 2)
    for name in last { try FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
    #expect(try night.run(folder).code == 0)
    for name in last {
      try FileManager.default.copyItem(
        atPath: ProjectFolder.path("SampleData/village/\(name)"), toPath: "\(folder)/\(name)")
    }
    #expect(try night.run(folder).code == 0)
    return night
  }

  @Test func thePageSaysWhatMovedAndTheListKnowsEveryPin() throws {
    let night = try twoNights()
    try thePageSaysWhatMoved(night)
    try theListFollowsPinsAndCollections(night)
  }

  private func thePageSaysWhatMoved(_ night: Night) throws {
    let page = night.published("index.html")
    let headline = "Loyalty is about the same as on 19\u{A0}March at all 3 vendors (no change stands out)"
    #expect(page.contains("<h1>\(headline)</h1>"))
    #expect(page.contains("<p>Loyalty returned runs from 19.3 (<bdi>harbor-hotels</bdi>) to 63.3"))
    #expect(page.contains("<path class=\"marker\""))
    #expect(page.contains("<p>Movement \u{2212}0.8 ± 1.7: within noise.</p>"))
    #expect(page.utf8.count < 150_000)
    #expect(night.published("report.md").hasPrefix("# \(headline)\n"))
    guard let pages = ProcessInfo.processInfo.environment["REQUITE_PAGES"] else { return }
    try FileManager.default.createDirectory(atPath: pages, withIntermediateDirectories: true)
    try page.write(toFile: "\(pages)/second-night.html", atomically: true, encoding: .utf8)
  }

  private func theListFollowsPinsAndCollections(_ night: Night) throws {
    #expect(list(night).contains("2 versions."))
    #expect(!list(night).contains("<code>board</code>"))
    try versions("pin board latest~1", night)
    #expect(list(night).contains("<code>board</code>"))
    try versions("unpin board", night)
    #expect(!list(night).contains("<code>board</code>"))
    try versions("gc --keep-days 0 --keep-weeks 0 --apply", night)
    let ids = try FileManager.default.contentsOfDirectory(atPath: "\(night.folder.path)/Warehouse/reports/versions")
    for id in ids { #expect(list(night).contains("versions/\(id)/index.html")) }
    #expect(list(night).contains(ids.count == 1 ? "1 version." : "\(ids.count) versions."))
  }

  private func list(_ night: Night) -> String {
    night.folder.text(of: "Warehouse/reports/index.html")
  }

  private func versions(_ arguments: String, _ night: Night) throws {
    let result = try Command.run("requite-versions \(arguments) --out Warehouse", in: night.folder.path)
    #expect(result.code == 0, "\(result.errors)")
  }
}
