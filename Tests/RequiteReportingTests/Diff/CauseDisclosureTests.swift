import RequiteModel
import RequiteReporting
import Testing

/// Causes of few rows are shown together, so that no line tells of single customers.
@Suite struct CauseDisclosureTests {
  @Test func causesOfFewRowsAreShownTogether() throws {
    let entry = try entry(minimum: 10)
    #expect(names(entry) == [["late", "few rows each: removed, corrected"], ["new", "aged out"]])
    #expect(entry.steps[0].parts.map(\.rows) == [24, 14])
    #expect(entry.steps[0].parts.map(\.text) == ["-2.6", "-0.4"])
    #expect(entry.steps[0].parts[1].numerator == -5_000_000)
  }

  @Test func theNextSmallestJoinsWhereEvenTogetherTheyAreFew() throws {
    let entry = try entry(minimum: 20)
    #expect(names(entry) == [["few rows each: late, removed, corrected"], ["new", "aged out"]])
    #expect(entry.steps[0].parts[0].rows == 38)
  }

  @Test func aStepOfFewRowsIsNotShownByItself() throws {
    let entry = try entry(minimum: 39)
    #expect(entry.steps.map(\.coordinates) == [[.knowledge, .period]])
    #expect(entry.steps[0].title == "restated and movement")
    #expect(names(entry) == [["new", "few rows each: late, removed, corrected, aged out"]])
    // A fraction would give away the number in between.
    #expect(entry.steps[0].parts.allSatisfy { $0.exact == nil })
    let sum = entry.steps[0].parts.reduce(0) { $0 + $1.value }
    #expect((sum + 3.741050).magnitude < 1e-6)
  }

  @Test func whereAllRowsAreFewTheyAreNotCounted() throws {
    let entry = try entry(minimum: 1000)
    #expect(names(entry) == [["few rows each: late, removed, corrected, new, aged out"]])
    #expect(entry.steps[0].parts.map(\.rows) == [nil])
    #expect(entry.steps[0].parts.map(\.hasFewRows) == [true])
    let text = DiffText(WorkedExample.diff(minimum: 1000)).text
    #expect(text.contains("under 1,000 rows"))
  }

  @Test(arguments: [0, 1, 6]) func aMinimumThatNobodyFallsBelowShowsAll(minimum: Int64) throws {
    #expect(names(try entry(minimum: minimum)) == [["late", "removed", "corrected"], ["new", "aged out"]])
  }

  @Test func hiddenNumbersHaveNoCauses() throws {
    var after = WorkedExample.after(10)
    after.settings = WorkedExample.before(10).settings
    after.measures = after.measures.map { measure in
      guard measure.key == WorkedExample.nps else { return measure }
      return Measure(key: measure.key, estimate: 32.3, numerator: 259, denominator: 801, n: 801)
    }
    let diff = VersionDiff(from: WorkedExample.before(10), to: after, causes: .known(WorkedExample.causes))
    let entry = try #require(diff.entries.first { $0.key == WorkedExample.nps })
    #expect(entry.numbers.differenceDiscloses)
    #expect(entry.steps.isEmpty)
    #expect(entry.notSplit == .hidden)
  }

  private func entry(minimum: Int64) throws -> VersionDiff.Entry {
    try #require(WorkedExample.diff(minimum: minimum).entries.first { $0.key == WorkedExample.nps })
  }

  private func names(_ entry: VersionDiff.Entry) -> [[String]] {
    entry.steps.map { $0.parts.map(\.name.text) }
  }
}
