import Foundation
import RequiteTestSupport
import Testing

/// What an operator does with versions: keep, verify, make again.
@Suite struct VersionsTests {
  /// Two nights over the tiny sample, of which the first lacked the surveys of the last day.
  private func twoNights(_ night: Night = Night()) throws -> Night {
    let folder = night.folder.path
    try FileManager.default.copyItem(atPath: ProjectFolder.path("SampleData/tiny"), toPath: "\(folder)/dumps")
    let late = """
      response_id,vendor_id,customer_id,instrument,scale,score,responded_at,channel
      late-1,marigold-bikes,a-late-customer,nps,0-10,0,2026-03-24T09:00:00Z,email

      """
    #expect(try night.run("\(folder)/dumps").code == 0)
    try late.write(toFile: "\(folder)/dumps/surveys-2026-03-26-late.csv", atomically: false, encoding: .utf8)
    #expect(try night.run("\(folder)/dumps").code == 0)
    return night
  }

  /// What a manifest says of the period.
  private func period(_ manifest: String) -> Substring? {
    manifest.range(of: #""period": \{[^}]*\}[^}]*\}[^}]*\}"#, options: .regularExpression).map { manifest[$0] }
  }

  private func versions(_ arguments: String, _ night: Night) throws -> CommandResult {
    try Command.run("requite-versions \(arguments) --out Warehouse", in: night.folder.path)
  }

  private func ids(_ night: Night) throws -> [String] {
    try versions("list", night).output.split(separator: "\n").dropFirst().map { line in
      String(line.dropFirst(2).prefix { $0 != " " })
    }
  }

  @Test func everyVersionIsTheSameWhenMadeAgain() throws {
    let night = try twoNights()
    let ids = try ids(night)
    let result = try versions("verify --rebuild", night)
    #expect(result.code == 0, "\(result.errors)")
    #expect(
      result.output == """
        \(ids[0]): 6 files, the same bytes when made again from 4 ledgers
        \(ids[1]): 6 files, the same bytes when made again from 5 ledgers

        """)
    #expect(try Command.run("ls -A Warehouse/reports/.rebuild-*", in: night.folder.path).code != 0)
  }

  @Test func anotherClockGivesTheSameVersion() throws {
    let night = try twoNights()
    var other = Night()
    other.environment["REQUITE_CLOCK"] = "2001-02-03T04:05:06Z"
    other.folder.write(night.folder.bytes(of: "key")!, to: "key")
    chmod("\(other.folder.path)/key", 0o600)
    other = try twoNights(other)
    let same = try Command.run(
      "diff -r Warehouse/reports/latest/ '\(other.folder.path)/Warehouse/reports/latest/'", in: night.folder.path)
    #expect(same.code == 0, "\(same.output)")
    let log = other.folder.text(of: "Warehouse/reports/log.jsonl")
    #expect(log.contains("2001-02-03T04:05:06Z"), "the stages read this clock, or the test says nothing")
    other.environment["REQUITE_CLOCK"] = "soon"
    let wrong = try other.run("\(night.folder.path)/dumps")
    #expect(wrong.code != 0 && wrong.errors.contains("REQUITE_CLOCK is not a time: soon."))
  }

  @Test func anotherPeriodIsWhatTheNightWouldHaveSaid() throws {
    let night = try twoNights()
    let rebuilt = try versions("rebuild latest~1 --as-of 2026-03-20 -o rebuilt", night)
    #expect(rebuilt.code == 0, "\(rebuilt.errors)")
    var then = Night()
    then.environment["AS_OF"] = "2026-03-20T00:00:00Z"
    then.folder.write(night.folder.bytes(of: "key")!, to: "key")
    chmod("\(then.folder.path)/key", 0o600)
    #expect(try then.run(ProjectFolder.path("SampleData/tiny")).code == 0)
    let same = try Command.run(
      "diff -r rebuilt '\(then.folder.path)/Warehouse/reports/latest/'", in: night.folder.path)
    #expect(same.code == 0, "\(same.output)")
    #expect(rebuilt.output == "\(then.version)  rebuilt\n")
  }

  @Test func anotherConfigurationKeepsFactsAndPeriod() throws {
    let night = try twoNights()
    let latest = night.version
    night.folder.write("minimum_denominator: 1\nwindow_days: 30\n", to: "config.yaml")
    let result = try versions("rebuild --config config.yaml --publish", night)
    #expect(result.code == 0, "\(result.errors)")
    #expect(night.version == latest)
    let id = result.output.trimmingCharacters(in: .newlines)
    let manifest = night.folder.text(of: "Warehouse/reports/versions/\(id)/manifest.json")
    #expect(manifest.contains("\"minimum_denominator\": 1"))
    #expect(period(manifest) == period(night.published("manifest.json")))
    #expect(try versions("verify --rebuild \(id)", night).code == 0)
    night.folder.write("dimensions: [region]\n", to: "config.yaml")
    let other = try versions("rebuild --config config.yaml --publish", night)
    #expect(other.code == 4)
    #expect(
      other.errors == """
        requite-versions: config.yaml: the ledgers were read with the attributes unit, the configuration asks for \
        region, unit.
          Keep dimensions and margins as they were, or run a night with this file: it reads the dumps again.

        """)
    #expect(try versions("rebuild --method 1999.1 --publish", night).code == 78)
    #expect(try versions("rebuild --period 2026-03-20..2026-03-01 --publish", night).code == 64)
    #expect(try versions("rebuild", night).code == 64)
  }

  @Test func aChangedByteIsFoundWhereverItIs() throws {
    let night = try twoNights()
    let ledger = try Command.run(
      """
      set -e; cd Warehouse/reports/objects; for f in */*.plan; do printf x >> $f; break; done
      f=$(ls */*.ledger | head -1); printf 'x' | dd of=$f bs=1 seek=40 conv=notrunc status=none; echo $f
      """, in: night.folder.path)
    #expect(ledger.code == 0, "\(ledger.errors)")
    let result = try versions("verify", night)
    #expect(result.code == 5)
    #expect(result.errors.contains("the object is not what was kept"))
  }

  @Test func aRebuildThatDiffersIsAFinding() throws {
    let night = try twoNights()
    let id = night.version
    // Whoever changes a file and all digests with it is found out all the same.
    let forged = try Command.run(
      """
      set -e; cd Warehouse/reports/versions/\(id); chmod u+w *; old=$(sha256sum < report.md | cut -c1-64)
      size=$(stat -c %s report.md); sed -i '1s/./X/' report.md; new=$(sha256sum < report.md | cut -c1-64)
      sed -i "s/$old/$new/" manifest.json; sha256sum index.html manifest.json measures.csv report.json report.md > SHA256SUMS
      """, in: night.folder.path)
    #expect(forged.code == 0, "\(forged.errors)")
    #expect(try versions("verify \(id)", night).code == 0)
    let result = try versions("verify --rebuild \(id)", night)
    #expect(result.code == 5)
    #expect(result.errors.contains("the version differs in SHA256SUMS, manifest.json, report.md"))
  }

  /// Another release may have summed otherwise: then a diff sums the rows itself, and comes to the same.
  @Test func sumsThatAnotherReleaseKeptAreMadeAnew() throws {
    let night = try twoNights()
    let diff = "requite-diff --out Warehouse --format json --all"
    let known = try Command.run(diff, in: night.folder.path)
    let edit = """
      for file in Warehouse/reports/objects/*/*.state; do
        chmod u+w "$file" && printf RQSTAT00 | dd of="$file" conv=notrunc status=none
      done
      """
    try #require(try Command.run(edit, in: night.folder.path).code == 0)
    let anew = try Command.run(diff, in: night.folder.path)
    #expect(known.code == 0 && anew.code == 0, "\(anew.errors)")
    #expect(anew.output == known.output)
  }

  @Test func whatWasCollectedIsToldInWords() throws {
    let night = try twoNights()
    let ids = try ids(night)
    #expect(try versions("gc", night).output == "nothing to remove; 2 versions stay\n")
    let rule = "--keep-days 0 --keep-weeks 0 --heavy-days 0 --grace-hours 0"
    let told = try versions("gc \(rule)", night)
    #expect(told.output.hasSuffix("to free; 2 versions stay. Nothing was removed: add --apply.\n"), "\(told.output)")
    #expect(try versions("verify", night).output.contains("objects, as published"))
    let done = try versions("gc \(rule) --apply", night)
    #expect(done.code == 0)
    #expect(done.output.contains("removed what version \(ids[0]) was made of; its files stay\nremoved 1 plan  "))
    #expect(try versions("verify", night).code == 0)
    #expect(try Command.run("requite-diff --out Warehouse", in: night.folder.path).code == 0)
    let again = try versions("verify --rebuild \(ids[1])", night)
    #expect(again.code == 0, "\(again.errors)")
    let pages = "what its pages say of the version before is gone"
    #expect(again.output == "\(ids[1]): 6 files, the same numbers when made again from 5 ledgers; \(pages)\n")
    try #require(try Command.run("rm Warehouse/reports/objects/*/*.ledger", in: night.folder.path).code == 0)
    let rebuild = try versions("verify --rebuild latest~1", night)
    #expect(rebuild.code == 66)
    let day = ISO8601DateFormatter().string(from: Date()).prefix(10)
    #expect(
      rebuild.errors == """
        requite-versions: Warehouse/reports/objects: 4 of the 4 ledgers of version \(ids[0]) were collected on \(day).
          Its numbers stand as published; only what needs single facts is out of reach.

        """)
  }

  /// Kept states hold sums of small cells: nobody but the owner sees them, and they go with the rows they are of.
  @Test func whatVersionsWereMadeOfIsForTheOwnerAlone() throws {
    let night = try twoNights()
    let objects = """
      find Warehouse/reports/objects -type f ! -perm 600 -o -type d ! -perm 700; ls Warehouse/reports/objects/*/*.state | wc -l
      """
    #expect(try Command.run(objects, in: night.folder.path).output == "2\n")
    let rule = "--keep-days 0 --keep-weeks 0 --heavy-days 0 --grace-hours 0"
    #expect(try versions("gc \(rule) --apply", night).code == 0)
    #expect(try Command.run(objects, in: night.folder.path).output == "1\n")
  }

  @Test func aPinnedVersionIsFoundByItsName() throws {
    let night = try twoNights()
    let ids = try ids(night)
    #expect(try versions("pin board-2026-03 latest~1", night).output == "board-2026-03 is \(ids[0])\n")
    #expect(try versions("pins", night).output == "board-2026-03  \(ids[0])\n")
    #expect(try versions("verify board-2026-03", night).code == 0)
    let list = try versions("list", night).output.split(separator: "\n")
    #expect(list[1].hasPrefix("  \(ids[0])") && list[1].hasSuffix(" yes       -                        board-2026-03"))
    #expect(list[2].hasPrefix("* \(ids[1])") && list[2].hasSuffix(" yes       \(ids[0])"))
    let json = try versions("list --format json", night).output
    #expect(json.contains("\"pins\": [\n        \"board-2026-03\"\n      ]"))
    #expect(try versions("unpin board-2026-03", night).output == "board-2026-03 was \(ids[0])\n")
    #expect(try versions("unpin board-2026-03", night).code == 66)
  }

  @Test func theMakeGoalTakesAVersionAndRebuildsItOnRequest() throws {
    let night = try twoNights()
    let goal = """
      make -s -C "$PROJECT" -o build verify REBUILD=1 VERSION=latest OUT="$PWD/Warehouse"
      """
    let result = try Command.run(goal, in: night.folder.path)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output == "\(night.version): 6 files, the same bytes when made again from 5 ledgers\n")
  }
}
