import Glibc
import RequiteCommand
import Testing

@Suite struct PreviousTests {
  let folder: TemporaryFolder
  var store: VersionStore { VersionStore(folder("reports")) }

  init() throws {
    folder = try TemporaryFolder()
    for (index, id) in ["aa", "bb", "bb", "cc", "aa"].enumerated() {
      _ = try store.publish([:], id: id, now: UTCTime(seconds: Int64(index)))
    }
  }

  @Test(arguments: [("aa", nil), ("bb", "aa"), ("cc", "bb")])
  func theVersionBeforeIsTheLatestOfTheFirstPublish(id: String, previous: String?) throws {
    #expect(try store.previous(of: store.resolve(id))?.id == previous)
  }

  @Test func anAddedVersionFollowsTheOneItWasMadeFromAndMovesNothing() throws {
    let added = try store.add(id: "dd", previous: "bb", now: UTCTime(seconds: 9)) { _ in }
    #expect(added.outcome == .added)
    #expect(try store.previous(of: store.resolve("dd"))?.id == "bb")
    #expect(try store.latest() == "aa")
    #expect(try store.resolve("latest~1").id == "cc")
    #expect(try store.lastOutcome() == .republished)
    #expect(try store.latestMovedAt()?.seconds == 4)
    #expect(try store.add(id: "dd", previous: "bb", now: UTCTime(seconds: 10)) { _ in }.outcome == .unchanged)
  }

  @Test func whereTheOneBeforeIsGoneThereIsNone() throws {
    rmdir(folder("reports/versions/aa"))
    #expect(try store.previous(of: store.resolve("bb")) == nil)
  }
}
