import Foundation
import RequiteTestSupport
import Testing

/// Every cause of a change, reached by two nights of `make nightly` over real dumps that were edited in between.
///
/// Of each number that changed it is asked that what is displayed adds up, that shares are those of the midpoint formula,
/// and that no cause is named but those of the story.
@Suite struct CauseNightTests {
  @Test(arguments: CauseStory.ofAnswers + CauseStory.ofThreads + CauseStory.ofSettings)
  func theCauseIsReached(_ story: CauseStory) throws {
    let night = try CauseStory.firstNight()
    try story.run(night)
    let diff = try night.diff()
    let number = try #require(diff.number(story.metric))
    let parts = number.steps.flatMap(\.parts)
    #expect(parts.flatMap(\.causes) == story.expected.map(\.cause))
    for (part, expected) in zip(parts, story.expected) {
      if let rows = expected.rows { #expect(part.rows == rows, "\(expected.cause)") }
      guard let change = expected.change else { continue }
      #expect(part.cases == DiffDocument.Cases(change.numerator, change.denominator), "\(expected.cause)")
    }
    // A component that gains or loses its value moves the weights of the others, which no cause did.
    #expect(diff.causes.subtracting(["weights"]) == Set(story.expected.map(\.cause)))
    check(diff)
  }

  @Test func anAverageOverOrdersAddsUpAsWell() throws {
    let night = try CauseStory.firstNight()
    try CauseStory.everythingAtOnce.run(night)
    for order in ["path", "shapley"] {
      let diff = try night.diff("--order \(order)")
      #expect(diff.json["causes"]?["order"] == .string(order))
      let parts = try #require(diff.number("loyalty.nps")).steps.flatMap(\.parts)
      #expect(parts.flatMap(\.causes) == CauseStory.everythingAtOnce.expected.map(\.cause))
      for number in diff.numbers where !number.steps.isEmpty { #expect(number.displayedSumsHold, "\(number.name)") }
    }
    let text = try Command.run("requite-diff --out Warehouse --order shapley", in: night.folder.path)
    #expect(text.code == 0)
    #expect(text.output.contains(" what each did is an average over their orders\n"))
    #expect(text.output.contains(" in other orders\n"))
    #expect(try Command.run("requite-diff --out Warehouse --order shapley --rows", in: night.folder.path).code == 64)
  }

  @Test func whatIsNotDividedSaysWhy() throws {
    let night = try CauseStory.firstNight()
    try CauseStory.ofAnswers[0].run(night)
    let reason = "says how sure a score is, not how high"
    for format in ["text", "md", "html"] {
      let diff = try Command.run(
        "requite-diff --out Warehouse --metric loyalty.effective_n --format \(format)", in: night.folder.path)
      #expect(diff.code == 0, "\(diff.errors)")
      #expect(diff.output.contains("not split: loyalty.effective_n: \(reason)"), "\(format)")
    }
    let number = try #require(try night.diff().number("loyalty.effective_n"))
    #expect(number.text("not_split") == "no_sum_of_rows")
    #expect(number.text("not_split_text") == reason)
  }

  /// Ratios that are published times a hundred.
  private static let inPoints: Set = [
    "loyalty.nps", "loyalty.nps_score", "loyalty.nps_wald", "loyalty.nps_weighted", "loyalty.enps", "loyalty.votes_net",
    "diagnostics.promises_per_100_threads", "diagnostics.changes_per_100_threads",
  ]

  private func check(_ diff: DiffDocument) {
    for number in diff.numbers {
      let reason = number.text("not_split")
      #expect(reason != "sums_differ" && reason != "rows_not_compared", "\(number.name)")
      guard !number.steps.isEmpty else { continue }
      #expect(number.displayedSumsHold, "\(number.name)")
      let scale: Int128 = CauseNightTests.inPoints.contains(number.text("metric") ?? "") ? 100 : 1
      #expect(number.wrongShares(scale: scale) == [], "\(number.name)")
    }
  }
}
