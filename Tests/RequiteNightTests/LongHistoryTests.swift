import Foundation
import RequiteTestSupport
import Testing

/// Nights over dumps most of which lie long before the period.
@Suite struct LongHistoryTests {
  /// The dumps of SampleData/tiny, and the same rows a year earlier under other ids.
  private func history(_ night: Night) throws -> String {
    night.useKnownKey()
    let dumps = "\(night.folder.path)/dumps"
    try FileManager.default.copyItem(atPath: ProjectFolder.path("SampleData/tiny"), toPath: dumps)
    for kind in ["surveys", "interactions"] {
      let script = "sed -E '2,$ { s/^/old-/; s/,(m[0-9]+),/,old-\\1,/; s/2026-/2025-/g }' \(kind)-2026-03-25.csv"
      #expect(try Command.run("\(script) > \(kind)-2025-03-25.csv", in: dumps).code == 0)
    }
    return dumps
  }

  /// A thread of a year ago goes on, and an old answer comes again.
  private func addDay(to dumps: String) throws {
    let script = """
      head -n 1 interactions-2026-03-25.csv > interactions-2026-03-26.csv
      echo 'late-1,old-m01,marigold-bikes,anouk,2026-03-25T09:00:00Z,chat,in,message,,,,,' >> interactions-2026-03-26.csv
      head -n 2 surveys-2025-03-25.csv > surveys-2026-03-26.csv
      """
    let result = try Command.run(script, in: dumps)
    #expect(result.code == 0, "\(result.errors)")
  }

  /// The version of a first night over the same dumps.
  private func firstNight(_ dumps: String) throws -> String {
    let night = Night()
    night.useKnownKey()
    #expect(try night.run(dumps).code == 0)
    return night.version
  }

  private func fingerprints(_ night: Night) throws -> [String] {
    let states = "\(night.folder.path)/Warehouse/states"
    return try FileManager.default.contentsOfDirectory(atPath: states).filter { $0.hasSuffix(".fingerprints") }
      .sorted()
  }

  @Test func theNightAfterIsThatOfAFirstNight() throws {
    let night = Night()
    let dumps = try history(night)
    #expect(try night.run(dumps).code == 0)
    #expect(night.version == (try firstNight(dumps)))
    let files = try fingerprints(night)
    #expect(files.map { $0.prefix { $0 != "-" } } == ["fingerprints", "fingerprints"])
    for name in files {
      let status = try FileManager.default.attributesOfItem(atPath: "\(night.folder.path)/Warehouse/states/\(name)")
      #expect(status[.posixPermissions] as? Int == 0o600)
    }
    try addDay(to: dumps)
    #expect(try night.run(dumps).code == 0)
    #expect(night.version == (try firstNight(dumps)))
    // The answer that came is an old one, too.
    let more = try fingerprints(night)
    #expect(more.count == 3 && Set(more).isSuperset(of: files))
  }

  /// They follow from the ledgers, so nobody has to be troubled.
  @Test(arguments: ["truncate -s 100 $file", "truncate -s 0 $file", "printf x | dd of=$file bs=1 seek=40 conv=notrunc"])
  func damagedFingerprintsAreMadeAgain(damage: String) throws {
    let night = Night()
    let dumps = try history(night)
    #expect(try night.run(dumps).code == 0)
    let result = try Command.run(
      "for file in Warehouse/states/*.fingerprints; do \(damage); done", in: night.folder.path)
    #expect(result.code == 0, "\(result.errors)")
    let damaged = try fingerprints(night).map { night.folder.bytes(of: "Warehouse/states/\($0)") }
    try addDay(to: dumps)
    let second = try night.run(dumps)
    #expect(second.code == 0, "\(second.errors)")
    #expect(night.version == (try firstNight(dumps)))
    let made = try fingerprints(night).map { night.folder.bytes(of: "Warehouse/states/\($0)") }
    let isAnyDamaged = made.contains { damaged.contains($0) }
    #expect(made.count == 2 && !isAnyDamaged)
  }
}
