import Glibc
import RequiteCommand
import Testing

@Suite struct PinTests {
  let folder: TemporaryFolder
  let store: VersionStore
  let now = UTCTime(seconds: 0)

  init() throws {
    folder = try TemporaryFolder()
    store = VersionStore(folder("reports"))
    for id in ["aa11", "bb22"] { _ = try store.publish([:], id: id, now: now) }
  }

  @Test func aPinIsAFileOfOneLine() throws {
    try store.pin("board-2026-07", to: store.resolve("aa11"), now: now)
    try store.pin("board-2026-07", to: store.resolve("aa11"), now: now)
    #expect(folder.text("reports/pins/board-2026-07") == "aa11\n")
    #expect(try store.pins() == [.init(name: "board-2026-07", id: "aa11")])
    #expect(try store.unpin("board-2026-07", now: now).id == "aa11")
    #expect(try store.pins() == [])
  }

  @Test func aPinNeverMovesInSilence() throws {
    try store.pin("board", to: store.resolve("aa11"), now: now)
    let root = folder("reports")
    #expect(
      message { try store.pin("board", to: store.resolve("bb22"), now: now) } == """
        requite: \(root): the pin board names aa11 already.
          Choose another name, or unpin it first: requite-versions unpin board.

        """)
    #expect(try store.resolve("board").id == "aa11")
  }

  @Test(arguments: ["latest", "2026-11-20", "1", "", "../x", "a/b", "latest~1", "-x", ".x", "a b", "é"])
  func aNameThatMeansSomethingElseIsRefused(_ name: String) {
    #expect(code { try store.pin(name, to: store.resolve("aa11"), now: now) } == .usage)
  }

  @Test func whatIsNotPinnedCannotBeUnpinned() throws {
    try store.pin("board", to: store.resolve("aa11"), now: now)
    let root = folder("reports")
    #expect(
      message { try store.unpin("bored", now: now) } == """
        requite: \(root): there is no pin bored.
          Known: board.

        """)
    #expect(code { try store.unpin("../latest.txt", now: now) } == .inputMissing)
  }

  @Test func aPinOfAVersionThatIsGoneSaysSo() throws {
    try store.pin("board", to: store.resolve("aa11"), now: now)
    rmdir(folder("reports/versions/aa11"))
    #expect(message { _ = try store.resolve("board") }?.contains("the pin board names aa11, which is gone") == true)
  }
}
