import Foundation
import RequiteFormats
import RequiteTestSupport
import Testing

/// A diff with a version whose rows were forgotten since: its numbers stand, and no longer follow from its ledgers.
@Suite struct DiffForgettingTests {
  @Test func theReasonIsNamedInEveryRendering() throws {
    let night = try CauseStory.firstNight()
    let first = night.version
    let customer = try #require(VillageDays().loneDetractors.last)
    let forgotten = try Command.run("requite-versions forget \(customer) --out Warehouse", in: night.folder.path)
    #expect(forgotten.code == 0, "\(forgotten.errors)")
    let rows = try #require(Int64(forgotten.output.prefix { $0.isNumber }))
    let day = ISO8601DateFormatter().string(from: Date()).prefix(10)
    let counted = rows == 1 ? "1 row" : "\(rows) rows"
    let reason = "\(counted) of version \(first) \(rows == 1 ? "was" : "were") forgotten on \(day)"
    try CauseStory.newDay.run(night)

    let diff = try night.diff()
    let score = try #require(diff.number("loyalty.nps"))
    #expect(score.text("not_split") == "rows_forgotten")
    #expect(score.text("not_split_text") == reason)
    #expect(
      diff.json["causes"]?["forgotten"]
        == [["version": .string(first), "rows": .integer(rows), "date": .string(String(day))]])
    for format in ["text", "md", "html"] {
      let shown = try Command.run(
        "requite-diff --out Warehouse --format \(format) --metric loyalty.nps", in: night.folder.path)
      #expect(shown.code == 0, "\(shown.errors)")
      #expect(shown.output.contains("1 number is not split: \(reason)"), "\(format)")
    }
  }

  @Test func aRuleThatNeedsCausesIsNotAnswered() throws {
    let night = try CauseStory.firstNight()
    let customer = try #require(VillageDays().loneDetractors.last)
    #expect(try Command.run("requite-versions forget \(customer) --out Warehouse", in: night.folder.path).code == 0)
    try CauseStory.newDay.run(night)
    night.folder.write("rules:\n- {metric: loyalty.nps, restated_abs: 1}\n", to: "rules.yaml")
    let gate = try Command.run("requite-diff --out Warehouse --thresholds rules.yaml -q", in: night.folder.path)
    #expect(gate.code == 4)
    #expect(gate.errors.contains("1 answers to the thresholds need causes, which are not available"))
    #expect(gate.errors.contains("were forgotten on") || gate.errors.contains("was forgotten on"))
  }
}
