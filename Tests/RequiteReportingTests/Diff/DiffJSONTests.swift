import RequiteModel
import RequiteReporting
import Testing

@Suite struct DiffJSONTests {
  @Test func equalTablesGiveAnEmptyList() {
    let diff = MeasureDiff(before: SampleTables.before, after: SampleTables.before)
    #expect(
      text(diff) == #"{"a":"v1","b":"v2","counts":{"added":0,"changed":0,"removed":0,"unchanged":11},"measures":[],"#
        + #""schema":"requite.diff/1"}"# + "\n")
  }

  @Test func theWholeDiffReadsLikeThis() {
    let diff = MeasureDiff(
      before: Array(SampleTables.before.prefix(1)) + SampleTables.before.suffix(1),
      after: Array(SampleTables.after.prefix(1)))
    #expect(
      text(diff) == #"{"a":"v1","b":"v2","counts":{"added":0,"changed":1,"removed":1,"unchanged":0},"measures":["#
        + #"{"a":{"ci_high":null,"ci_low":null,"denominator":null,"estimate":32.500000,"n":800,"numerator":null,"#
        + #""reason":null,"standard_error":null},"b":{"ci_high":null,"ci_low":null,"denominator":null,"#
        + #""estimate":28.750000,"n":838,"numerator":null,"reason":null,"standard_error":null},"change":-3.750000,"#
        + #""dimension":"all","kind":"changed","level":"*","metric":"loyalty.nps","period":"window","vendor":"acme"},"#
        + #"{"a":{"ci_high":null,"ci_low":null,"denominator":null,"estimate":1.000000,"n":10,"numerator":null,"#
        + #""reason":null,"standard_error":null},"b":null,"change":null,"dimension":"all","kind":"removed","#
        + #""level":"*","metric":"loyalty.nps","period":"window","vendor":"zeta"}],"schema":"requite.diff/1"}"# + "\n")
  }

  @Test func unchangedNumbersAreListedOnRequest() {
    let diff = MeasureDiff(before: SampleTables.before, after: SampleTables.before)
    let listed = String(decoding: DiffJSON.render(diff, from: "v1", to: "v2", all: true), as: UTF8.self)
    #expect(listed.ranges(of: #""kind":"unchanged""#).count == 11)
  }

  @Test func aHiddenNumberHasAFlagAndNoValues() {
    let chat = SampleTables.before.filter { $0.key.level == "chat" }
    let diff = MeasureDiff(before: chat, after: SampleTables.after, rule: DisclosureRule(minimum: 10))
    #expect(
      text(diff).contains(
        #"{"a":null,"b":null,"change":null,"dimension":"channel","flag":"difference_discloses","kind":"changed","#
          + #""level":"chat","metric":"loyalty.nps","period":"window","vendor":"acme"}"#))
    #expect(text(diff).ranges(of: "difference_discloses").count == 1)
  }

  private func text(_ diff: MeasureDiff) -> String {
    String(decoding: DiffJSON.render(diff, from: "v1", to: "v2"), as: UTF8.self)
  }
}
