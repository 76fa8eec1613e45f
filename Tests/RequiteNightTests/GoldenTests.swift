import Foundation
import RequiteTestSupport
import Testing

/// The published files of the samples, byte for byte.
///
/// `RECORD=1` writes them again, and still fails: read the difference as carefully as code.
@Suite struct GoldenTests {
  static let samples = ["tiny", "village"]
  static let files = ["measures.csv", "report.md", "report.json", "index.html", "manifest.json"]
  private static let golden = ProjectFolder.path("Tests/RequiteNightTests/Golden")

  @Test(arguments: samples)
  func theReportOfASampleIsAsRecorded(_ sample: String) throws {
    let night = Night()
    // Manifests name ledgers by their bytes, in which pseudonyms stand.
    night.useKnownKey()
    let result = try night.run(ProjectFolder.path("SampleData/\(sample)"))
    #expect(result.code == 0, "\(result.errors)")
    try compare(result.output.replacing("\(night.folder.path)/", with: ""), with: "\(sample)/summary.txt")
    for file in Self.files { try compare(night.published(file), with: "\(sample)/\(file)") }
  }

  /// For the articles on numbers that need periods and margins.
  @Test func theSampleByWeekIsAsRecorded() throws {
    let night = Night()
    let result = try night.run(ProjectFolder.path("SampleData/tiny"), config: "SampleData/tiny/by-week.yaml")
    #expect(result.code == 0, "\(result.errors)")
    try compare(night.published("measures.csv"), with: "tiny-by-week/measures.csv")
  }

  @Test func theDiffOfTwoVersionsIsAsRecorded() throws {
    let night = Night()
    let folder = night.folder.path
    #expect(try night.run(ProjectFolder.path("SampleData/tiny")).code == 0)
    try FileManager.default.copyItem(atPath: ProjectFolder.path("SampleData/tiny"), toPath: "\(folder)/dumps")
    let late = """
      response_id,vendor_id,customer_id,instrument,scale,score,responded_at,channel
      late-1,\(try vendor(night)),a-late-customer,nps,0-10,0,2026-03-24T09:00:00Z,email

      """
    try late.write(toFile: "\(folder)/dumps/surveys-2026-03-26-late.csv", atomically: false, encoding: .utf8)
    #expect(try night.run("\(folder)/dumps").code == 0)
    let diff = try Command.run("requite-diff --out Warehouse", in: folder)
    #expect(diff.code == 0)
    #expect(diff.errors == "")
    try compare(diff.output, with: "tiny/diff.txt")
    let same = try Command.run("requite-diff latest latest --out Warehouse --exit-code", in: folder)
    #expect(same.code == 0)
    #expect(same.output == "")
    #expect(try Command.run("requite-diff --out Warehouse --exit-code", in: folder).code == 1)
    #expect(try Command.run("requite-versions verify --out Warehouse", in: folder).code == 0)
  }

  private func vendor(_ night: Night) throws -> String {
    let first = night.published("measures.csv").split(separator: "\n").dropFirst().first
    return try #require(first?.split(separator: ",").first.map(String.init))
  }

  private func compare(_ text: String, with name: String) throws {
    try Self.compare(text, with: name)
  }

  /// Compares a text with the recorded one, or records it.
  static func compare(_ text: String, with name: String) throws {
    let path = "\(golden)/\(name)"
    let recorded = String(decoding: TestFile.bytes(path) ?? [], as: UTF8.self)
    if ProcessInfo.processInfo.environment["RECORD"] == "1", text != recorded {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("\(name) was recorded again; read its difference")
      return
    }
    #expect(text == recorded, "\(name) differs; RECORD=1 make test records it again")
  }
}
