import RequiteModel
import RequiteReporting
import Testing

@Suite struct CoordinateChangesTests {
  @Test func settingsThatDifferAreNamedAsTheUserWritesThem() {
    let before = SampleTables.version("a", [])
    var after = before
    after.settings.horizon = 21 * 86_400
    after.settings.targets["chat"] = 600
    after.settings.targets["fax"] = 5
    after.settings.floor = Decimal6(millionths: 20_000)
    after.settings.dimensions = ["channel", "country"]
    after.settings.strataPopulation = ["north": 12]
    let changes = CoordinateChanges(from: before, to: after)
    #expect(changes.moved == [.configuration])
    let texts = changes.configuration.map { "\($0.key): \($0.before ?? "-") -> \($0.after ?? "-")" }
    #expect(
      texts == [
        "dimensions: [channel] -> [channel, country]", "floor: 0.01 -> 0.02", "horizon_days: 14 -> 21",
        "targets_seconds.chat: 300 -> 600", "targets_seconds.fax: - -> 5", "variance.strata_population.north: - -> 12",
      ])
  }

  @Test func thePeriodIsACoordinateOfItsOwn() {
    let changes = CoordinateChanges(from: WorkedExample.before(), to: WorkedExample.after())
    #expect(changes.moved == [.knowledge, .period])
    #expect(changes.configuration == [])
  }

  @Test func dumpsThatCameWentOrChangedAreNamed() {
    let changes = CoordinateChanges(from: WorkedExample.before(), to: WorkedExample.after())
    #expect(changes.dumps.map(\.kind) == [.changed, .added])
    #expect(changes.dumps.map(\.name) == ["surveys-2026-11-18.csv.gz", "surveys-2026-11-21.csv.gz"])
    let back = CoordinateChanges(from: WorkedExample.after(), to: WorkedExample.before())
    #expect(back.dumps.map(\.kind) == [.changed, .removed])
  }

  @Test func theMethodIsACoordinateOfItsOwn() {
    let before = SampleTables.version("a", [])
    var after = before
    after.settings.method = Method(released: "2026.2")!
    let changes = CoordinateChanges(from: before, to: after)
    #expect(changes.moved == [.method])
    #expect(changes.method?.stages.map(\.name) == ["latest_answers", "variance"])
    let diff = VersionDiff(from: before, to: after, causes: .unknown("none"))
    let line = "  method         changed  2026.1 -> 2026.2 (latest_answers 1 -> 2, variance 1 -> 2)\n"
    #expect(DiffStat(diff).text.contains(line))
  }
}
