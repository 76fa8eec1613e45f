import Foundation
import RequiteReporting
import Testing

@Suite struct SamplePagesTests {
  /// The pages that the tests in a browser look at: written where `REQUITE_PAGES` says, by `make test`.
  @Test func theSamplesAreWrittenForTheBrowser() throws {
    guard let folder = ProcessInfo.processInfo.environment["REQUITE_PAGES"] else { return }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let reports =
      SampleReport.Kind.allCases.map { ($0.rawValue, $0.report) }
      + [20, 300].map { ("many-\($0)", SampleReport.waiting(SampleReport.many($0))) }
    try Data(SampleHistory.page).write(to: URL(fileURLWithPath: "\(folder)/versions.html"))
    for (name, report) in reports {
      try Data(ReportHTML.render(report)).write(to: URL(fileURLWithPath: "\(folder)/\(name).html"))
    }
  }
}
