import Foundation
import RequiteTestSupport
import Testing

/// What an operator relies on from night to night.
@Suite struct NightTests {
  private func folderOfDumps(_ night: Night) throws -> String {
    let dumps = night.folder.path + "/dumps"
    try FileManager.default.copyItem(atPath: ProjectFolder.path("SampleData/tiny"), toPath: dumps)
    return dumps
  }

  private func text(_ path: String) -> String {
    String(decoding: TestFile.bytes(path) ?? [], as: UTF8.self)
  }

  @Test func aRefusedDumpStopsTheNightAndTheLastVersionStands() throws {
    let night = Night()
    let dumps = try folderOfDumps(night)
    #expect(try night.run(dumps).code == 0)
    let version = night.version
    try "not a header\n".write(toFile: dumps + "/surveys-2026-03-26.csv", atomically: false, encoding: .utf8)
    let second = try night.run(dumps)
    #expect(second.code != 0)
    #expect(second.errors.contains("Error 65"))
    #expect(second.errors.contains("surveys-2026-03-26.csv: REFUSED, header: missing "))
    #expect(night.version == version)
  }

  @Test func everyDumpIsTriedAndTheWorstOutcomeDecides() throws {
    let night = Night()
    let broken = ProjectFolder.path("SampleData/broken")
    let good = ProjectFolder.path("SampleData/tiny/surveys-2026-03-25.csv")
    let result = try Command.run(
      "requite-ingest '\(broken)/surveys-crc-wrong.csv.gz' no-such-file/surveys-1.csv '\(good)' --out W",
      in: night.folder.path)
    #expect(result.code == 66)
    let second = try Command.run(
      "requite-ingest '\(broken)/surveys-crc-wrong.csv.gz' '\(good)' --out W", in: night.folder.path)
    #expect(second.code == 65)
    #expect(night.folder.bytes(of: "W/ledgers/surveys-2026-03-25.csv.ledger") != nil)
  }

  @Test func aReplacedDumpIsNoticedThoughItsTimeIsOlder() throws {
    let night = Night()
    let dumps = try folderOfDumps(night)
    let path = dumps + "/surveys-2026-03-25.csv"
    #expect(try night.run(dumps).code == 0)
    let version = night.version
    let lines = text(path).split(separator: "\n")
    try (lines.dropLast(4).joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: path)
    #expect(try night.run(dumps).code == 0)
    #expect(night.version != version)
  }

  @Test func aDumpThatIsCompressedInAnotherWayIsNoChange() throws {
    let night = Night()
    let dumps = try folderOfDumps(night)
    #expect(try night.run(dumps).code == 0)
    let version = night.version
    let ledger = night.folder.bytes(of: "Warehouse/ledgers/surveys-2026-03-25.csv.ledger")
    #expect(try Command.run("gzip -n -1 dumps/surveys-2026-03-25.csv", in: night.folder.path).code == 0)
    let second = try night.run(dumps)
    #expect(second.code == 0, "\(second.errors)")
    #expect(night.version == version)
    #expect(night.folder.bytes(of: "Warehouse/ledgers/surveys-2026-03-25.csv.gz.ledger") == ledger)
  }

  @Test func aDumpThatIsGoneLeavesTheNextVersion() throws {
    let night = Night()
    let dumps = try folderOfDumps(night)
    #expect(try night.run(dumps).code == 0)
    let version = night.version
    try FileManager.default.removeItem(atPath: dumps + "/erasures-2026-03-25.csv")
    #expect(try night.run(dumps).code == 0)
    #expect(night.version != version)
    #expect(!night.published("manifest.json").contains("erasures"))
  }

  @Test func twoNightsAtOnceDoNotMix() throws {
    let night = Night()
    let dumps = try folderOfDumps(night)
    try FileManager.default.createDirectory(
      atPath: night.folder.path + "/Warehouse", withIntermediateDirectories: true)
    let holder = Process()
    holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
    holder.arguments = [night.folder.path + "/Warehouse/.lock", "sh", "-c", "echo held > held; exec cat"]
    holder.currentDirectoryURL = URL(fileURLWithPath: night.folder.path)
    let leash = Pipe()
    holder.standardInput = leash
    try holder.run()
    while night.folder.bytes(of: "held") == nil { usleep(1000) }
    let second = try night.run(dumps)
    #expect(second.code == 75)
    #expect(second.errors.contains("another night is at work"))
    try leash.fileHandleForWriting.close()
    holder.waitUntilExit()
    #expect(try night.run(dumps).code == 0)
  }

  @Test func namesOfFilesAndFoldersMayHoldAnything() throws {
    let night = Night()
    let dumps = night.folder.path + "/a b $(touch x); #1 'q'"
    try FileManager.default.copyItem(atPath: ProjectFolder.path("SampleData/tiny"), toPath: dumps)
    try FileManager.default.moveItem(
      atPath: dumps + "/surveys-2026-03-25.csv", toPath: dumps + "/surveys-$(touch y) %s: 2026-03-25 \u{1B}[31m.csv")
    let result = try night.run(dumps)
    #expect(result.code == 0, "\(result.errors)")
    #expect(!result.errors.contains("\u{1B}"))
    #expect(night.folder.bytes(of: "x") == nil && night.folder.bytes(of: "y") == nil)
    #expect(night.folder.bytes(of: "Warehouse/x") == nil && night.folder.bytes(of: "Warehouse/y") == nil)
    #expect(night.published("measures.csv").contains("marigold-bikes,all,*,window,loyalty.nps,23.076923"))
  }

  /// Values on make's command line reach a make inside a recipe by a way of their own; they must not undo what
  /// nightly.sh makes of them.
  @Test func pathsOnTheCommandLineOfMakeMayBeRelative() throws {
    let night = Night()
    let script = """
      make -C "$PROJECT" -o build nightly DUMPS=SampleData/tiny CONFIG=Pipelines/nightly.yaml \
        OUT="$(realpath --relative-to="$PROJECT" .)/Warehouse"
      """
    let result = try Command.run(script, in: night.folder.path)
    #expect(result.code == 0, "\(result.errors)")
    #expect(night.published("measures.csv").contains("marigold-bikes,all,*,window,loyalty.nps,"))
  }

  @Test func thereIsNoNightWithoutDumps() throws {
    let night = Night()
    let missing = try night.run(night.folder.path + "/nothing")
    #expect(missing.code == 66)
    try FileManager.default.createDirectory(
      atPath: night.folder.path + "/empty", withIntermediateDirectories: true)
    let empty = try night.run(night.folder.path + "/empty")
    #expect(empty.code != 0)
    #expect(empty.errors.contains("there are no dumps here"))
  }

  @Test func theKeyIsForItsOwnersEyesOnlyAndNeverShown() throws {
    let night = Night()
    let result = try night.run(try folderOfDumps(night))
    let path = night.folder.path + "/key"
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let key = night.folder.text(of: "key").trimmingCharacters(in: .newlines)
    #expect(key.utf8.count == 64)
    #expect(!(result.output + result.errors).contains(key))
    let grep = try Command.run("grep -r '\(key)' Warehouse", in: night.folder.path)
    #expect(grep.code == 1)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let second = try night.run(night.folder.path + "/dumps")
    #expect(second.errors.contains("Error 78"))
  }

  @Test func noNameOfAPersonLeavesIngest() throws {
    let night = Night()
    #expect(try night.run(try folderOfDumps(night)).code == 0)
    for name in ["anouk", "greta", "See you on Saturday", "Bottle green"] {
      let grep = try Command.run("grep -ra '\(name)' Warehouse", in: night.folder.path)
      #expect(grep.code == 1, "\(name)")
    }
  }

  @Test func aChangedSettingMakesAnotherVersion() throws {
    let night = Night()
    let dumps = try folderOfDumps(night)
    #expect(try night.run(dumps).code == 0)
    let version = night.version
    let config = night.folder.write("minimum_denominator: 1\n", to: "config.yaml")
    #expect(try night.run(dumps, config: config).code == 0)
    #expect(night.version != version)
    #expect(night.published("measures.csv").contains("marigold-bikes,all,*,window,reciprocity.index,65.559272"))
    let wrong = night.folder.write("windw_days: 1\n", to: "config.yaml")
    let result = try night.run(dumps, config: wrong)
    #expect(result.errors.contains("Did you mean window_days?"))
  }

  @Test func aFilterCanReadAndWriteStandardStreams() throws {
    let night = Night()
    #expect(try night.run(try folderOfDumps(night)).code == 0)
    let merged = try Command.run(
      "cat Warehouse/states/night.state | requite-merge - --out - | cmp - Warehouse/states/night.state",
      in: night.folder.path)
    #expect(merged.code == 0, "\(merged.errors)")
    let twice = try Command.run(
      "requite-merge Warehouse/states/night.state Warehouse/states/night.state --out -", in: night.folder.path)
    #expect(twice.code == 78)
  }

  @Test func aFlippedByteOfAPublishedFileIsFound() throws {
    let night = Night()
    #expect(try night.run(try folderOfDumps(night)).code == 0)
    let result = try Command.run(
      """
      cd Warehouse/reports/latest/ && sha256sum -c SHA256SUMS && chmod u+w report.md && printf x >> report.md && cd - \
      && requite-versions verify --out Warehouse
      """, in: night.folder.path)
    #expect(result.code == 5)
    #expect(result.errors.contains("report.md: the file is not what was published"))
  }
}
