import Foundation
import RequiteTestSupport

/// The dumps of `SampleData/village`, to be written again in other shapes.
struct Village {
  private let tables: [(name: String, table: DumpText)]

  init() throws {
    let folder = ProjectFolder.path("SampleData/village")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".gz") }.sorted()
    var columns: [String: [String]] = [:]
    for name in names where name.contains(".csv") {
      let table = try DumpText(path: "\(folder)/\(name)")
      columns[Village.kind(name)] = table.columns
    }
    tables = try names.map { name in
      (name, try DumpText(path: "\(folder)/\(name)", columns: columns[Village.kind(name)] ?? []))
    }
  }

  private static func kind(_ name: String) -> String {
    String(name.prefix { $0 != "-" })
  }

  func write(_ shape: OrderFreedomTests.Shape, to folder: String) throws {
    var random = SplitMix64(seed: 11)
    switch shape {
    case .asTheyAre, .plain:
      for (name, table) in tables { try put(table, Village.stem(name), folder) }
    case .shuffledRows:
      for (name, table) in tables {
        var table = table
        table.rows.shuffle(using: &random)
        try put(table, Village.stem(name), folder)
      }
    case .otherColumns:
      for (name, table) in tables {
        try put(table.withColumns(Array(table.columns.indices).shuffled(using: &random)), Village.stem(name), folder)
      }
    case .inOnePart: try divide(into: 1, folder, &random)
    case .inTwoParts: try divide(into: 2, folder, &random)
    case .inSevenParts: try divide(into: 7, folder, &random)
    case .renamed:
      for (index, (name, table)) in tables.reversed().enumerated() {
        try put(table, "\(Village.kind(name))-\(index)-2026-12-31", folder)
      }
    case .repeatedDumps:
      for (name, table) in tables {
        try put(table, Village.stem(name), folder)
        try put(table, Village.stem(name) + "-again", folder)
      }
    }
  }

  /// All rows of a kind, shuffled and dealt into parts.
  private func divide(into parts: Int, _ folder: String, _ random: inout SplitMix64) throws {
    for kind in ["surveys", "interactions", "erasures"] {
      let matching = tables.filter { Village.kind($0.name) == kind }
      guard var whole = matching.first?.table else { continue }
      whole.rows = matching.flatMap(\.table.rows).shuffled(using: &random)
      for part in 0..<parts {
        var share = whole
        share.rows = whole.rows.indices.filter { $0 % parts == part }.map { whole.rows[$0] }
        try put(share, "\(kind)-\(part)-2026-12-31", folder)
      }
    }
  }

  private func put(_ table: DumpText, _ stem: String, _ folder: String) throws {
    try table.csv.write(toFile: "\(folder)/\(stem).csv", atomically: false, encoding: .utf8)
  }

  private static func stem(_ name: String) -> String {
    String(name.prefix { $0 != "." })
  }
}
