import Foundation
import RequiteTestSupport

/// The names of numbers that the reports know, read from the source of the catalogue.
enum MetricNames {
  /// The names spelt out after `Metric(`.
  static let known = Set(literals.filter { !$0.contains("\\") })

  /// Whether the reports know a name, spelt out or put together, as in `"\(component)_effect"`.
  static func isKnown(_ name: String) -> Bool {
    known.contains(name) || patterns.contains { name.hasPrefix($0.start) && name.hasSuffix($0.end) }
  }

  /// What stands before and after the part put in.
  private static let patterns = literals.compactMap { literal -> (start: String, end: String)? in
    guard let match = literal.wholeMatch(of: #/([^\\]*)\\\(.*\)([^)]*)/#) else { return nil }
    return (String(match.1), String(match.2))
  }

  /// Every text after `Metric(` in the files of `MetricCatalogue`.
  private static let literals: [String] = {
    let sources = ProjectFolder.path("Sources/RequiteReporting")
    let paths = FileManager.default.enumerator(atPath: sources)?.compactMap { $0 as? String } ?? []
    let texts = paths.filter { $0.contains("/MetricCatalogue") }.sorted()
      .map { String(decoding: TestFile.bytes("\(sources)/\($0)") ?? [], as: UTF8.self) }
    return texts.flatMap { $0.matches(of: #/Metric\(\s*"([^"]+)"/#).map { String($0.1) } }
  }()
}
