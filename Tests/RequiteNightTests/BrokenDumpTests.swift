import RequiteFormats
import RequiteTestSupport
import Testing

/// Every file of `SampleData/broken` must end as `expected.csv` says.
@Suite struct BrokenDumpTests {
  struct Expectation: Sendable, CustomTestStringConvertible {
    let file, outcome, code, rule, place: String
    var testDescription: String { file }
  }

  static let expectations: [Expectation] = {
    guard let table = try? DumpText(path: ProjectFolder.path("SampleData/broken/expected.csv")) else { return [] }
    return table.rows.map { Expectation(file: $0[0], outcome: $0[1], code: $0[2], rule: $0[3], place: $0[4]) }
  }()

  @Test func theCatalogueIsThere() {
    #expect(Self.expectations.count > 100)
  }

  /// What users see of all of them: one line a dump, and the lists of the rows that were set aside.
  ///
  /// `RECORD=1` writes both again, and still fails: read the difference as carefully as code.
  @Test func whatIsSaidOfBrokenDumpsIsAsRecorded() throws {
    let night = Night()
    let result = try Command.run("requite-ingest '\(Self.folder)' --out Warehouse", in: night.folder.path)
    #expect(result.code == 65)
    #expect(result.output == "")
    // Seconds are the machine's.
    let messages = result.errors.replacing(/, [0-9.]+ s$/.anchorsMatchLineEndings(), with: "")
    let lists = try Command.run("tail -n +1 *.csv | grep -v '^$'", in: "\(night.folder.path)/Warehouse/quarantine")
    for text in [messages, lists.output] {
      for value in Self.values { #expect(!text.contains(value), "\(value) is a value of a row") }
    }
    try GoldenTests.compare(messages, with: "broken/messages.txt")
    try GoldenTests.compare(lists.output, with: "broken/quarantine.txt")
  }

  private static let folder = ProjectFolder.path("SampleData/broken")
  /// What stands in the rows of the dumps and in none of their names.
  private static let values = ["northwind", "marta", "Kind", "etc/passwd", "b1,", "c2", "2024-05-02T"]

  @Test(arguments: expectations)
  func aBrokenDumpEndsAsStated(_ expected: Expectation) throws {
    let night = Night()
    let dump = ProjectFolder.path("SampleData/broken/\(expected.file)")
    let result = try Command.run("requite-ingest '\(dump)' --out Warehouse", in: night.folder.path)
    #expect(String(result.code) == expected.code, "\(result.errors)")
    let manifest = try night.manifest(expected.file)
    let quarantine = night.folder.text(of: "Warehouse/quarantine/\(expected.file).csv").split(separator: "\n")
      .dropFirst()
    let read = try #require(manifest["read"] as? Int)
    let parts = try ["accepted", "duplicates", "filtered", "quarantined"].map { try #require(manifest[$0] as? Int) }
    #expect(read == parts.reduce(0, +))
    switch expected.outcome {
    case "refused":
      #expect(manifest["refusal"] as? String == expected.rule)
      #expect(manifest["refused"] is String)
      #expect(night.folder.bytes(of: "Warehouse/ledgers/\(expected.file).ledger") == nil)
      #expect(read == 0)
    case "quarantined":
      let lines = quarantine.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      #expect(lines.map { String($0[0]) }.joined(separator: " ") == expected.place)
      #expect(Set(lines.map { String($0[3]) }) == [expected.rule])
      #expect(parts[3] == lines.count)
    case "filtered":
      let rules = try #require(manifest["rules"] as? [String: Int])
      #expect(rules.keys.sorted() == [expected.rule])
      #expect(parts[2] > 0)
    default:
      #expect(manifest["refused"] as? String == nil)
      #expect(quarantine.isEmpty)
      #expect(parts[0] > 0 || expected.outcome == "empty" || read == 0)
    }
  }
}
