import Foundation
import RequiteCommand
import RequiteTestSupport
import Testing

/// What the documents say is what the code does.
@Suite struct DocumentationTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: ProjectFolder.path(path), encoding: .utf8)
  }

  @Test func theTableOfExitCodesIsThatOfTheCode() throws {
    #expect(try text("Pipelines/README.md").contains(ExitCode.markdownTable))
  }

  @Test func theReadmeIsShortAndItsLinksLeadSomewhere() throws {
    let readme = try text("README.md")
    #expect(readme.split(separator: "\n", omittingEmptySubsequences: false).count < 200)
    for match in readme.matches(of: #/\]\(([^)#:]+)\)/#) {
      #expect(FileManager.default.fileExists(atPath: ProjectFolder.path(String(match.1))), "\(match.1)")
    }
  }

  @Test func everyGoalOfTheReadmeExists() throws {
    let makefiles = ["Makefile"] + ["build", "nightly", "quality", "bench"].map { "Pipelines/\($0).mk" }
    let goals = try makefiles.flatMap { try text($0).matches(of: #/(?m)^([a-z-]+):.*## /#).map { String($0.1) } }
    for match in try text("README.md").matches(of: #/`make ([a-z-]+)/#) {
      #expect(goals.contains(String(match.1)), "make \(match.1)")
    }
  }

  @Test func everyScriptThatMakeCallsExists() throws {
    for file in ["build.mk", "nightly.mk", "night.mk", "quality.mk", "bench.mk"] {
      for match in try text("Pipelines/\(file)").matches(of: #/Pipelines\/[a-z.\/]+/#) {
        #expect(FileManager.default.isExecutableFile(atPath: ProjectFolder.path(String(match.0))), "\(match.0)")
      }
    }
  }

  @Test func everyRuleOfTheCodeIsListed() throws {
    let listed = try text("Pipelines/README.md")
    let sources = ImportTests.files.filter { $0.module == "RequiteIngest" }
    for (_, path) in sources {
      for match in try String(contentsOfFile: path, encoding: .utf8).matches(of: #/rule: "([a-z.-]+)"/#) {
        #expect(listed.contains("`\(match.1)`"), "\(match.1)")
      }
    }
  }
}
