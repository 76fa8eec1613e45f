import RequiteCommand
import Testing

@Suite struct StageFileTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func whatIsWrittenIsRead() throws {
    try StageFile.write([1, 2, 3], to: folder("a.state"))
    #expect(try StageFile.read(folder("a.state")) == [1, 2, 3])
    #expect(mode(of: folder("a.state")).map { $0 & 0o007 } == 0)
  }

  @Test func partsMakeOneFile() throws {
    try StageFile.write(to: folder("a.state")) { file in
      for part in [[1, 2], [], [3]] as [[UInt8]] { try file.write(part) }
    }
    #expect(try StageFile.read(folder("a.state")) == [1, 2, 3])
  }

  @Test func aFailureInTheMiddleLeavesNoFile() throws {
    #expect(throws: Failure.self) {
      try StageFile.write(to: folder("a.state")) { file in
        try file.write([1])
        throw Failure(.ourFault, "stopped")
      }
    }
    #expect(try folder.names() == [])
  }

  @Test func aMissingFileIsAMissingInput() {
    #expect(code { _ = try StageFile.read(folder("missing")) } == .inputMissing)
  }

  @Test(arguments: [("-", "standard input"), ("states/a.state", "a.state"), ("a.state", "a.state"), ("/a/", "a")])
  func messagesCallItByItsName(path: String, name: String) {
    #expect(StageFile.name(path) == name)
  }
}
