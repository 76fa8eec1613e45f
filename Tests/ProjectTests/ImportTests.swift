import Foundation
import RequiteTestSupport
import Testing

/// Imports follow the module table.
@Suite struct ImportTests {
  static let files: [(module: String, path: String)] = {
    let sources = ProjectFolder.path("Sources")
    let paths = FileManager.default.enumerator(atPath: sources)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      (String(path.prefix { $0 != "/" }), "\(sources)/\(path)")
    }
  }()

  @Test func everyModuleStandsInTheTable() {
    let found = Set(Self.files.map(\.module)).union(["CZlib", "CScan", "CLibdeflate"])
    #expect(found == Set(ModuleTable.modules.keys))
  }

  @Test func everyImportIsAllowed() throws {
    for (module, path) in Self.files {
      for imported in try Self.imports(of: path) {
        let isOurs = ModuleTable.modules[module]?.contains(imported) ?? false
        let isPackage = ModuleTable.packages[imported]?(module) ?? false
        #expect(isOurs || isPackage, "\(path) imports \(imported)")
      }
    }
  }

  static func imports(of path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init).filter { !$0.hasPrefix("@") }
      guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1,
        ["import", "public", "internal", "package"].contains(words[0])
      else { return nil }
      return words[place + 1]
    }
  }
}
