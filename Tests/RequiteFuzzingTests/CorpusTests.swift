import Foundation
import RequiteFuzzing
import RequiteTestSupport
import Testing

/// What fuzzing found, and what it starts from, is tried again in every run of the tests.
@Suite struct CorpusTests {
  struct Input: Sendable, CustomTestStringConvertible {
    let target, file: String
    var testDescription: String { "\(target)/\(file)" }
  }

  static let folder = ProjectFolder.path("Tests/RequiteFuzzingTests/Corpus")

  static let inputs: [Input] = FuzzTargets.all.flatMap { target in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(target.name)")) ?? []
    return names.sorted().map { Input(target: target.name, file: $0) }
  }

  @Test(arguments: inputs)
  func whatShouldHoldDoes(_ input: Input) throws {
    let bytes = try #require(TestFile.bytes("\(Self.folder)/\(input.target)/\(input.file)"))
    try FuzzTargets.named(input.target)?.check(bytes)
  }

  @Test(arguments: FuzzTargets.all.map { $0.name })
  func everyTargetHasACorpus(_ name: String) {
    #expect(Self.inputs.contains { $0.target == name })
  }

  @Test func theCorpusStaysSmall() throws {
    let sizes = Self.inputs.map { TestFile.bytes("\(Self.folder)/\($0.target)/\($0.file)")?.count ?? 0 }
    #expect(sizes.reduce(0, +) < 300_000)
  }
}
