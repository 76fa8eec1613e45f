import Foundation
import RequiteTestSupport
import Testing

/// Revenue from its dumps to the published numbers.
@Suite struct RevenueTests {
  private static let dump = "revenue-2026-03-25.csv"

  /// A night over the tiny sample, its dumps first changed by `body`.
  private func night(_ body: (_ dumps: String) throws -> Void) throws -> Night {
    let night = Night()
    let dumps = night.folder.path + "/dumps"
    try FileManager.default.copyItem(atPath: ProjectFolder.path("SampleData/tiny"), toPath: dumps)
    try body(dumps)
    let result = try night.run(dumps)
    #expect(result.code == 0, "\(result.errors)")
    return night
  }

  private func growth(_ night: Night) -> [String] {
    night.published("measures.csv").split(separator: "\n").map(String.init).filter { $0.contains(",growth.") }
  }

  @Test func neitherTheOrderNorTheDivisionOfRowsShows() throws {
    let asItIs = try night { _ in }
    let divided = try night { dumps in
      var table = try DumpText(path: "\(dumps)/\(Self.dump)").withColumns([4, 2, 0, 3, 1])
      var random = SplitMix64(seed: 5)
      table.rows.shuffle(using: &random)
      for part in 0..<3 {
        var share = table
        share.rows = table.rows.indices.filter { $0 % 3 == part || $0 < 5 }.map { table.rows[$0] }
        try share.csv.write(toFile: "\(dumps)/revenue-part-\(part).csv", atomically: false, encoding: .utf8)
      }
      try FileManager.default.removeItem(atPath: "\(dumps)/\(Self.dump)")
    }
    #expect(growth(asItIs).count == 6)
    #expect(growth(divided) == growth(asItIs))
    #expect(divided.version == asItIs.version)
  }

  @Test func aForgottenCustomerTakesTheirRevenueAlong() throws {
    let night = try night { dumps in
      try "customer_id\nkaya\n".write(toFile: "\(dumps)/erasures-late.csv", atomically: false, encoding: .utf8)
    }
    let retention = growth(night).first { $0.hasPrefix("marigold-bikes,all,*,2025,growth.net_revenue_retention") }
    // Kaya paid 11,000 of the 100,000 of 2024 and nothing in 2025: 85,000 of 89,000 are left.
    #expect(retention?.hasSuffix(",0.955056,,,,85000.000000,89000.000000,11,") == true, "\(retention ?? "")")
  }

  @Test func everyRowIsAccountedFor() throws {
    let night = try night { _ in }
    let manifest = try #require(
      try JSONSerialization.jsonObject(with: Data(night.published("manifest.json").utf8)) as? [String: Any])
    let rows = try #require(manifest["rows"] as? [[String: Any]])
    let revenue = try #require(rows.first { $0["kind"] as? String == "revenue" })
    #expect(["accepted", "repeated", "erased", "standing"].map { revenue[$0] as? Int } == [48, 0, 2, 46])
  }

  @Test func withoutRevenueNothingSpeaksOfIt() throws {
    let night = try night { try FileManager.default.removeItem(atPath: "\($0)/\(Self.dump)") }
    for file in ["measures.csv", "manifest.json", "report.json"] {
      #expect(!night.published(file).contains("revenue"), "\(file)")
    }
  }
}
