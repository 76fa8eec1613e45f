import Glibc
import RequiteCommand
import Synchronization
import Testing

@Suite struct TemporaryFolderTests {
  @Test func isRemovedWithAllItHolds() throws {
    var folder: TemporaryFolder? = try TemporaryFolder()
    let path = try #require(folder?.path)
    mkdir("\(path)/below", 0o755)
    folder?.put("x", at: "below/file")
    #expect(contents(of: "\(path)/below/file") == "x")
    folder = nil
    #expect(mode(of: path) == nil)
  }

  @Test func putSetsTextAndMode() throws {
    let folder = try TemporaryFolder()
    folder.put("long text", at: "a")
    folder.put("text", at: "a", mode: 0o604)
    #expect(folder.text("a") == "text")
    #expect(mode(of: folder("a")) == 0o604)
    #expect(try folder.names() == ["a"])
  }

  @Test func everyThreadRunsOnceAndIsAwaited() {
    let seen = Mutex<Set<Int>>([])
    onThreads(5) { index in seen.withLock { _ = $0.insert(index) } }
    #expect(seen.withLock { $0 } == [0, 1, 2, 3, 4])
  }

  @Test func messageAndCodeAreThoseOfTheFailure() {
    #expect(message { throw Failure(.usage, "no") } == "requite: no.\n")
    #expect(code { throw Failure(.usage, "no") } == .usage)
    #expect(message {} == nil && code {} == nil)
  }
}
