import Glibc
import RequiteCommand
import Synchronization
import Testing

@Suite struct VersionStoreTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }
  var store: VersionStore { VersionStore(folder("reports")) }

  @Test func aPublishedVersionIsCompleteReadOnlyAndTheLatest() throws {
    let publication = try publish("aa11", at: 0, ["measures.csv": "x,y\n", "manifest.json": "{}"])
    #expect(publication.outcome == .published)
    #expect(publication.previous == nil)
    #expect(publication.path == folder("reports/versions/aa11"))
    #expect(try folder.names("reports/versions/aa11") == ["manifest.json", "measures.csv"])
    #expect(folder.text("reports/latest/measures.csv") == "x,y\n")
    #expect(folder.text("reports/latest.txt") == "aa11\n")
    #expect(mode(of: folder("reports/versions/aa11/measures.csv")).map { $0 & 0o222 } == 0)
    #expect(try folder.names("reports") == [".lock", "latest", "latest.txt", "log.jsonl", "versions"])
  }

  @Test func theLatestVersionAgainIsUnchanged() throws {
    try publish("aa11", at: 0)
    let again = try publish("aa11", at: 60, ["measures.csv": "never written"])
    #expect(again.outcome == .unchanged)
    #expect(again.previous == "aa11")
    #expect(folder.text("reports/latest/measures.csv") == "aa11\n")
  }

  @Test func anOlderVersionAgainBecomesTheLatestWithoutBeingTouched() throws {
    try publish("aa11", at: 0)
    try publish("bb22", at: 60)
    let again = try publish("aa11", at: 120, ["measures.csv": "never written"])
    #expect(again.outcome == .republished)
    #expect(again.previous == "bb22")
    #expect(try store.latest() == "aa11")
    #expect(folder.text("reports/latest/measures.csv") == "aa11\n")
    #expect(folder.text("reports/latest.txt") == "aa11\n")
  }

  @Test func theLogTellsEveryPublish() throws {
    try publish("aa11", at: 0)
    try publish("aa11", at: 60)
    try publish("bb22", at: 120)
    try publish("aa11", at: 180)
    #expect(
      folder.text("reports/log.jsonl") == """
        {"id":"aa11","outcome":"published","previous":null,"published_at":"2026-03-01T00:00:00Z"}
        {"id":"aa11","outcome":"unchanged","previous":"aa11","published_at":"2026-03-01T00:01:00Z"}
        {"id":"bb22","outcome":"published","previous":"aa11","published_at":"2026-03-01T00:02:00Z"}
        {"id":"aa11","outcome":"republished","previous":"bb22","published_at":"2026-03-01T00:03:00Z"}

        """)
  }

  @Test func versionsAreListedByFirstPublicationWithDateAndSize() throws {
    try publish("bb22", at: 0, ["a": "1234", "b": "56"])
    try publish("aa11", at: 60)
    try publish("bb22", at: 120)
    let versions = try store.versions()
    #expect(versions.map(\.id) == ["bb22", "aa11"])
    #expect(versions.map(\.size) == [6, 5])
    #expect(versions.map { $0.publishedAt?.description } == ["2026-03-01T00:00:00Z", "2026-03-01T00:01:00Z"])
  }

  @Test func latestMovedWhenItLastChanged() throws {
    try publish("aa11", at: 0)
    try publish("bb22", at: 60)
    try publish("bb22", at: 120)
    #expect(try store.latestMovedAt()?.description == "2026-03-01T00:01:00Z")
  }

  @Test func anEmptyStoreHasNoVersions() throws {
    #expect(try store.versions() == [])
    #expect(try store.latestMovedAt() == nil)
    #expect(try store.latest() == nil)
  }

  @Test func aVersionWithoutALogLineIsListedLast() throws {
    try publish("bb22", at: 0)
    mkdir(folder("reports/versions/aa11"), 0o755)
    #expect(try store.versions().map(\.id) == ["bb22", "aa11"])
    #expect(try store.resolve("aa11").publishedAt == nil)
  }

  @Test func aTornLogLineIsPassedOverAndTheNextBeginsAnew() throws {
    try publish("aa11", at: 0)
    folder.put(folder.text("reports/log.jsonl")! + "{\"id\":\"aa", at: "reports/log.jsonl")
    try publish("bb22", at: 60)
    #expect(try store.versions().map(\.id) == ["aa11", "bb22"])
    #expect(try store.resolve("latest~1").id == "aa11")
  }

  @Test func aRunEndedBeforeLatestMovedIsFinishedByTheNext() throws {
    try publish("aa11", at: 0)
    try publish("bb22", at: 60)
    // As it stands after a loss of power between the log line and the move.
    unlink(folder("reports/latest"))
    symlink("versions/aa11", folder("reports/latest"))
    #expect(try publish("bb22", at: 120).outcome == .republished)
    #expect(try store.resolve("latest").id == "bb22")
    #expect(try store.resolve("latest~1").id == "aa11")
  }

  @Test func aVersionThatWasRemovedIsPublishedAnew() throws {
    try publish("aa11", at: 0)
    unlink(folder("reports/versions/aa11/measures.csv"))
    rmdir(folder("reports/versions/aa11"))
    #expect(try store.latest() == nil)
    #expect(try publish("aa11", at: 60).outcome == .published)
    #expect(folder.text("reports/latest/measures.csv") == "aa11\n")
  }

  @Test func aLatestTextThatARunDidNotReachIsPutRight() throws {
    try publish("aa11", at: 0)
    folder.put("old\n", at: "reports/latest.txt")
    #expect(try publish("aa11", at: 60).outcome == .unchanged)
    #expect(folder.text("reports/latest.txt") == "aa11\n")
  }

  @Test func whatAKilledRunStagedIsSwept() throws {
    try Directory.create(folder("reports/.staging/cc33"))
    folder.put("half", at: "reports/.staging/cc33/measures.csv", mode: 0o440)
    folder.put("half", at: "reports/.requite-tmp-4711-1-latest.txt")
    try publish("aa11", at: 0)
    #expect(try folder.names("reports") == [".lock", "latest", "latest.txt", "log.jsonl", "versions"])
    #expect(try folder.names("reports/versions") == ["aa11"])
  }

  @Test func whileAnotherRunPublishesThereIsNothingToDoButWait() throws {
    try Directory.create(folder("reports"))
    let lock = try DirectoryLock(folder("reports"), since: UTCTime(seconds: 0))
    #expect(code { try publish("aa11", at: 0) } == .tryLater)
    lock.release()
    #expect(try store.versions() == [])
  }

  @Test func aStoreBelowAFileCannotBeMade() {
    folder.put("", at: "reports")
    #expect(code { try publish("aa11", at: 0) } == .cannotCreate)
  }

  @Test func readersAlwaysFindALatestVersion() throws {
    try publish("aa11", at: 0)
    try publish("bb22", at: 0)
    let (store, path) = (store, folder("reports/latest/measures.csv"))
    let isDone = Atomic(false)
    let misses = Atomic(0)
    onThreads(2) { index in
      if index == 0 {
        for round in 0..<60 {
          let id = round.isMultiple(of: 2) ? "aa11" : "bb22"
          #expect(throws: Never.self) { _ = try store.publish([:], id: id, now: UTCTime(seconds: 0)) }
        }
        isDone.store(true, ordering: .releasing)
      } else {
        while !isDone.load(ordering: .acquiring) {
          if contents(of: path) == nil { misses.add(1, ordering: .relaxed) }
        }
      }
    }
    #expect(misses.load(ordering: .relaxed) == 0)
  }

  @discardableResult
  private func publish(_ id: String, at second: Int64, _ files: [String: String]? = nil) throws -> Publication {
    let files = files ?? ["measures.csv": "\(id)\n"]
    return try store.publish(
      files.mapValues { Array($0.utf8) }, id: id, now: UTCTime(seconds: 1_772_323_200 + second))
  }
}
