import Foundation
import RequiteTestSupport
import Testing

/// The project speaks of itself, and nothing that was built is kept with it.
@Suite struct WordingTests {
  @Test func noFileKeepsWhatABuildMakes() throws {
    for path in ["Package.resolved", "Sources/.build"] {
      let git = try run("git ls-files --error-unmatch \(path)")
      #expect(git != 0, "\(path) is tracked")
    }
  }

  @Test func sourceFilesHoldOneIdea() throws {
    for (_, path) in ImportTests.files {
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 400, "\(path) has \(lines.count) lines")
    }
  }

  private func run(_ command: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "cd '\(ProjectFolder.path)' && \(command) >/dev/null 2>&1"]
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
