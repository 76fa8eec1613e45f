import Foundation
import RequiteTestSupport
import Testing

/// The same facts give the same bytes, however they arrive: DESIGN, "Exact and order-free".
@Suite struct OrderFreedomTests {
  /// The last nights of the village, both kinds, plus its erasures, rewritten in other ways.
  ///
  /// JSON lines become CSV.
  enum Shape: String, CaseIterable, Sendable {
    case asTheyAre, shuffledRows, otherColumns, inOnePart, inTwoParts, inSevenParts, renamed, repeatedDumps, plain
  }

  static let nights = 30
  static let reference: Night? = {
    let night = Night(jobs: 1)
    return (try? night.run(ProjectFolder.path("SampleData/village")))?.code == 0 ? night : nil
  }()

  @Test(arguments: Shape.allCases)
  func anotherShapeOfTheDumpsGivesTheSameVersion(_ shape: Shape) throws {
    let reference = try #require(Self.reference)
    let night = Night()
    let dumps = night.folder.path + "/dumps"
    try FileManager.default.createDirectory(atPath: dumps, withIntermediateDirectories: true)
    try Village().write(shape, to: dumps)
    let result = try night.run(dumps)
    #expect(result.code == 0, "\(result.errors)")
    #expect(night.published("measures.csv") == reference.published("measures.csv"))
    #expect(night.version == reference.version)
    #expect(!night.version.isEmpty)
  }

  @Test func anotherKeyTimeZoneAndNumberOfJobsGiveTheSameVersion() throws {
    let reference = try #require(Self.reference)
    for (jobs, zone, locale) in [(4, "America/St_Johns", "tr_TR.UTF-8"), (1, "Asia/Kathmandu", "de_DE.UTF-8")] {
      let night = Night(jobs: jobs, environment: ["TZ": zone, "LC_ALL": locale])
      #expect(try night.run(ProjectFolder.path("SampleData/village")).code == 0)
      #expect(night.published("measures.csv") == reference.published("measures.csv"))
      #expect(night.version == reference.version)
      #expect(night.folder.text(of: "key") != reference.folder.text(of: "key"))
    }
  }

  /// The village has more ledgers than that.
  @Test func fewOpenFilesGiveTheSameVersion() throws {
    let reference = try #require(Self.reference)
    let night = Night(openFiles: 24)
    let result = try night.run(ProjectFolder.path("SampleData/village"))
    #expect(result.code == 0, "\(result.errors)")
    #expect(night.version == reference.version)
  }

  @Test func aSecondNightPublishesNothingNew() throws {
    let night = Night()
    let tiny = ProjectFolder.path("SampleData/tiny")
    #expect(try night.run(tiny).code == 0)
    let log = night.folder.text(of: "Warehouse/reports/log.jsonl")
    let second = try night.run(tiny)
    #expect(second.code == 0)
    #expect(second.output.contains("unchanged since"))
    #expect(second.errors == "")
    #expect(night.folder.text(of: "Warehouse/reports/log.jsonl") == log)
  }
}
