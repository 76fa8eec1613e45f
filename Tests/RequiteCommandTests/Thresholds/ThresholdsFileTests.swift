import RequiteCommand
import Testing

@Suite struct ThresholdsFileTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let yaml: String
    let line: Int
    let message: String
    var testDescription: String { yaml }
  }

  private static let names = ThresholdsFile.Names(
    metrics: ["loyalty.nps", "loyalty.csat_top2", "reciprocity.index", "first_answer.median_seconds"],
    dimensions: ["channel", "country"], causes: ["late", "removed", "file_missing", "method"],
    hasMetric: { ["loyalty.*", "reciprocity.*"].contains($0) })

  @Test func everyKeyIsRead() throws {
    let file = try read(
      """
      default: {abs: 0.05, restated_abs: 2.50}
      rules:
      - {metric: "loyalty.*", by: channel, min_n: 30, direction: worse, abs: 2, rel: 0.5, restated_abs: 1,
         movement: noise, movement_abs: 10, level: warn}
      - settled_days: 14
        restated_abs: 0.2
      - {cause: removed, rows: 100}
      """)
    #expect(file.tolerance?.text == "0.05")
    #expect(file.tolerance?.value == FixedDecimal(millionths: 50_000))
    #expect(file.restatedFlag?.text == "2.50")
    #expect(file.rules.map(\.line) == [3, 5, 7])
    #expect(file.rules[0].metric == "loyalty.*")
    #expect(file.rules[0].dimension == "channel")
    #expect(file.rules[0].minimumN == 30)
    #expect(file.rules[0].onlyWorse && file.rules[0].movementWithinNoise && file.rules[0].isWarning)
    #expect([file.rules[0].absolute, file.rules[0].relative].map { $0?.text } == ["2", "0.5"])
    #expect(file.rules[1].settledDays == 14)
    #expect(!file.rules[1].isWarning)
    #expect(file.rules[2].cause == "removed")
    #expect(file.rules[2].rows == 100)
  }

  @Test func aRuleByVendorIsForWholeVendors() throws {
    #expect(try read("rules: [{metric: loyalty.nps, by: vendor, abs: 1}]").rules[0].dimension == nil)
  }

  @Test(arguments: [
    Case(yaml: "rule: []", line: 1, message: "rule is not a known key.\n  Did you mean rules?"),
    Case(
      yaml: "default: {absolute: 1}", line: 1,
      message: "default.absolute is not a known key.\n  Did you mean default.abs?"),
    Case(
      yaml: "rules:\n- {metric: loyalty.nsp, abs: 1}", line: 2,
      message: "loyalty.nsp is not a known metric.\n  Did you mean loyalty.nps?"),
    Case(yaml: "rules:\n- {metric: \"loyal.*\", abs: 1}", line: 2, message: "no metric matches loyal.*."),
    Case(
      yaml: "rules:\n- {metric: loyalty.nps, by: chanel, abs: 1}", line: 2,
      message: "chanel is not a known dimension.\n  Did you mean channel?"),
    Case(
      yaml: "rules:\n- abs: 1\n  level: fial", line: 3, message: "rules[0].level must be one of fail, warn, not fial."),
    Case(
      yaml: "rules:\n- {cause: remove, rows: 3}", line: 2,
      message: "remove is not a known cause.\n  Did you mean removed?"),
    Case(
      yaml: "rules:\n- {metric: loyalty.nps}", line: 2,
      message: "rules[0] limits nothing.\n  Give it one of abs, rel, restated_abs, movement, movement_abs, cause."),
    Case(yaml: "rules:\n- {settled_days: 3, abs: 1}", line: 2, message: "rules[0].settled_days needs restated_abs."),
    Case(yaml: "rules:\n- {rows: 3, abs: 1}", line: 2, message: "rules[0].rows needs a cause."),
    Case(
      yaml: "rules:\n- {cause: late, metric: loyalty.nps}", line: 2,
      message: "rules[0].metric has no place beside cause, which counts facts, not numbers."),
    Case(yaml: "rules:\n- {abs: -1}", line: 2, message: "rules[0].abs must be at least 0, not -1."),
    Case(yaml: "- a", line: 1, message: "the file of thresholds must be a mapping, not a list."),
  ])
  func aSlipIsNamedWithItsLine(slip: Case) {
    let failure = #expect(throws: Failure.self) { try read(slip.yaml) }
    #expect(failure?.code == .configuration)
    #expect(failure?.line == slip.line)
    #expect(failure?.message(from: "x") == "x: t.yaml:\(slip.line): \(slip.message)\n")
  }

  @Test func anEmptyFileIsNone() {
    #expect(throws: Failure.self) { try read("# nothing\n") }
  }

  /// The example is the documentation: it must say what the code does.
  @Test func theExampleExplainsEveryKeyAndParses() throws {
    let here = #filePath
    let path = here[..<here.firstRange(of: "/Tests/RequiteCommandTests/")!.lowerBound] + "/Pipelines/thresholds.yaml"
    var names = Self.names
    names.causes += ["late"]
    names.hasMetric = { _ in true }
    let file = try ThresholdsFile(contentsOf: String(path), names: names)
    #expect(file.rules.count == 9)
    let text = String(decoding: try StageFile.read(String(path)), as: UTF8.self)
    let keys = [
      "metric", "by", "min_n", "direction", "abs", "rel", "restated_abs", "movement", "movement_abs", "settled_days",
      "cause", "rows", "level",
    ]
    for key in keys { #expect(text.contains("#   \(key) "), "\(key) is not explained") }
  }

  private func read(_ yaml: String) throws -> ThresholdsFile {
    try ThresholdsFile(yaml: yaml, file: "t.yaml", names: Self.names)
  }
}
