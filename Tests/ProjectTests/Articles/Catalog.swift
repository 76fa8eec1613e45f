import Foundation
import RequiteTestSupport

/// A documentation catalog: the index of a module and its articles.
struct Catalog: Sendable {
  /// The module it belongs to; its index has the same name.
  let module: String
  /// All pages, by name; the index is one of them.
  let articles: [Article]

  /// The catalogs of all modules that have one, by the modules' names.
  static let all: [Catalog] = {
    let sources = ProjectFolder.path("Sources")
    let paths = FileManager.default.enumerator(atPath: sources)?.compactMap { $0 as? String } ?? []
    let pages = paths.filter { $0.contains(".docc/") && $0.hasSuffix(".md") }.sorted()
    return Dictionary(grouping: pages) { String($0.prefix { $0 != "/" }) }.sorted { $0.key < $1.key }
      .map { module, pages in
        Catalog(module: module, articles: pages.map { article(at: "\(sources)/\($0)") }.sorted { $0.name < $1.name })
      }
  }()

  /// The pages of all catalogs.
  static let pages = all.flatMap(\.articles)

  /// The articles about published numbers.
  static let numbers = pages.filter { !$0.metrics.isEmpty }

  private static func article(at path: String) -> Article {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return Article(
      name: String(file.dropLast(".md".count)), text: String(decoding: TestFile.bytes(path) ?? [], as: UTF8.self))
  }
}
