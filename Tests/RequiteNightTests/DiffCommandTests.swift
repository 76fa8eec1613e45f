import Foundation
import RequiteTestSupport
import Testing

/// `requite-diff` as a user calls it, over two nights of a small sample.
@Suite struct DiffCommandTests {
  /// Two versions: the sample, and the sample with another floor and another weight.
  private static let nights: Result<Night, any Error> = Result {
    let night = Night()
    let folder = night.folder.path
    let yaml = try String(contentsOfFile: ProjectFolder.path("Pipelines/nightly.yaml"), encoding: .utf8)
    try yaml.replacing("\nfloor: 0.01", with: "\nfloor: 0.02").replacing("minimum: 10", with: "minimum: 5")
      .replacing("  answered: 4", with: "  answered: 8")
      .write(toFile: "\(folder)/other.yaml", atomically: true, encoding: .utf8)
    try night.run(ProjectFolder.path("SampleData/tiny"))
    try night.run(ProjectFolder.path("SampleData/tiny"), config: "\(folder)/other.yaml")
    return night
  }

  private func diff(_ arguments: String) throws -> CommandResult {
    try Command.run("requite-diff --out Warehouse \(arguments)", in: Self.nights.get().folder.path)
  }

  @Test(arguments: [
    ("", 0), ("--exit-code --allow-config-change", 1), ("--exit-code", 4), ("latest latest --exit-code", 0),
    ("--metric loyalty.nsp", 64), ("--by chanel", 64), ("--format pdf", 64), ("--rows 0", 64), ("--reveal", 64),
    ("--restatement --movement", 64), ("--max-bytes 10", 64), ("0000 latest", 66), ("latest~9 latest", 66),
    ("--thresholds nowhere.yaml", 78),
  ])
  func theExitCodeAnswers(arguments: String, code: Int32) throws {
    let result = try diff(arguments)
    #expect(result.code == code, "\(arguments): \(result.errors)")
    #expect(result.errors.isEmpty == (code < 2))
  }

  @Test func aThresholdTrips() throws {
    let folder = try Self.nights.get().folder.path
    let rules = "rules:\n- {metric: \"*\", abs: 0}\n- {cause: configuration, level: warn}\n"
    try rules.write(toFile: "\(folder)/strict.yaml", atomically: true, encoding: .utf8)
    #expect(try diff("--thresholds strict.yaml").code == 4)
    let result = try diff("--thresholds strict.yaml --allow-config-change")
    #expect(result.code == 3)
    #expect(result.errors.hasPrefix("requite-diff: strict.yaml: "))
    let warning = "\nwarn  the configuration changed: floor: 0.01 -> 0.02, leaf_weights.answered: 4 -> 8"
    #expect(result.output.contains(warning))
    let quiet = try diff("--thresholds strict.yaml --allow-config-change -q")
    #expect(quiet.code == 3)
    #expect(quiet.output == "")
  }

  @Test func theExampleOfThresholdsIsValid() throws {
    #expect(try diff("--thresholds \(ProjectFolder.path("Pipelines/thresholds.yaml")) latest latest").code == 0)
  }

  @Test func anUnknownMetricNamesTheNearest() throws {
    #expect(
      try diff("--metric loyalty.nsp").errors == """
        requite-diff: no metric is called loyalty.nsp.
          Did you mean loyalty.nps?

        """)
  }

  @Test func everyRenderingGoesToAFile() throws {
    let folder = try Self.nights.get().folder.path
    for format in ["text", "json", "md", "html"] {
      let printed = try diff("--format \(format)")
      let written = try diff("--format \(format) -o diff.\(format)")
      #expect(printed.code == 0 && written.code == 0)
      #expect(written.output == "")
      #expect(try String(contentsOfFile: "\(folder)/diff.\(format)", encoding: .utf8) == printed.output)
    }
  }

  @Test func colourIsForTerminals() throws {
    #expect(try !diff("").output.contains("\u{1B}"))
    #expect(try diff("--color always").output.contains("\u{1B}"))
  }

  @Test func aDamagedTableIsNoticed() throws {
    let folder = try Self.nights.get().folder.path
    let copy = "cp -rL Warehouse/reports/latest damaged; chmod -R u+w damaged; echo >> damaged/measures.csv"
    let result = try Command.run("\(copy); requite-diff latest ./damaged --out Warehouse", in: folder)
    #expect(result.code == 5)
    #expect(result.errors.contains("the numbers are not those that were published"))
  }
}
