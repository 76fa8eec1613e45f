import Foundation
import RequiteTestSupport
import Testing

/// A page of a documentation catalog, as its tests read it.
struct Article: Sendable {
  /// The file's name without its extension: what `<doc:…>` links to.
  let name: String
  /// Its lines.
  let lines: [String]
  /// The numbers it explains: the names in its `Metrics:` line.
  let metrics: [String]
  /// Its headings of the second level, in order.
  let sections: [String]
  /// The articles it links to.
  let links: [String]
  private let blocks: [(language: String, lines: [String])]

  init(name: String, text: String) {
    self.name = name
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    metrics =
      lines.drop { !$0.hasPrefix("Metrics: ") }.prefix { !$0.isEmpty }
      .flatMap { $0.matches(of: #/`([a-z0-9_.]+)`/#).map { String($0.1) } }
    sections = lines.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    links = text.matches(of: #/<doc:([^>]+)>/#).map { String($0.1) }
    blocks = Article.blocks(in: lines)
  }

  /// The lines of all fenced blocks in `language`.
  func lines(in language: String) -> [String] {
    blocks.filter { $0.language == language }.flatMap(\.lines)
  }

  private static func blocks(in lines: [String]) -> [(language: String, lines: [String])] {
    var blocks: [(language: String, lines: [String])] = []
    var isInside = false
    for line in lines {
      if line.hasPrefix("```") {
        if !isInside { blocks.append((String(line.dropFirst(3)), [])) }
        isInside.toggle()
      } else if isInside, !line.isEmpty {
        blocks[blocks.count - 1].lines.append(line)
      }
    }
    return blocks
  }
}

extension Article: CustomTestStringConvertible {
  var testDescription: String { name }
}
