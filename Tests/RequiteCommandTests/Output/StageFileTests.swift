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

  @Test func aMissingFileIsAMissingInput() {
    #expect(code { _ = try StageFile.read(folder("missing")) } == .inputMissing)
  }

  @Test(arguments: [("-", "standard input"), ("states/a.state", "a.state"), ("a.state", "a.state"), ("/a/", "a")])
  func messagesCallItByItsName(path: String, name: String) {
    #expect(StageFile.name(path) == name)
  }
}
