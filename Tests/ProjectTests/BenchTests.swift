import Foundation
import RequiteTestSupport
import Testing

/// What `make bench` relies on, without measuring anything.
@Suite struct BenchTests {
  private static let budget = String(
    decoding: TestFile.bytes(ProjectFolder.path("Pipelines/bench/budget.tsv")) ?? [], as: UTF8.self)
  private static let rows = budget.split(separator: "\n").dropFirst(2).map {
    $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func theBudgetSaysWithWhichToolsItWasCounted() {
    let lines = Self.budget.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first?.hasPrefix("# Swift ") == true)
    #expect(lines.dropFirst().first == "stage\tinstructions\tbytes")
    #expect(lines.last == "")
  }

  @Test func everyRowOfTheBudgetIsAStageWithTwoCounts() {
    #expect(!Self.rows.isEmpty)
    #expect(Set(Self.rows.map(\.first)).count == Self.rows.count)
    for row in Self.rows {
      #expect(row.count == 3, "\(row)")
      #expect(row.count > 1 && Int(row[1]) ?? 0 > 0, "\(row)")
      #expect(row.count > 2 && Int(row[2]) ?? -1 >= 0, "\(row)")
    }
  }

  @Test func everyStageOfTheBudgetIsAnExecutable() {
    for row in Self.rows where row[0] != "inflate" {
      let name = row[0].prefix { $0 != " " }
      #expect(FileManager.default.fileExists(atPath: ProjectFolder.path("Sources/\(name)")), "\(row[0])")
    }
  }

  @Test(.enabled(if: BenchTests.hasPython, "there is no python3"))
  func theScriptsPassTheirOwnTests() throws {
    let (status, output) = try Self.python(["-B", ProjectFolder.path("Pipelines/bench/selftest.py")])
    #expect(status == 0, "\(output)")
  }

  private static let hasPython: Bool =
    (try? python(["-c", "import sys; sys.exit(sys.version_info < (3, 9))"]).status) == 0

  private static func python(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
