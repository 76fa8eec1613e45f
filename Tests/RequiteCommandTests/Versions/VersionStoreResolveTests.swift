import RequiteCommand
import Testing

@Suite struct VersionStoreResolveTests {
  let folder: TemporaryFolder
  let store: VersionStore

  init() throws {
    folder = try TemporaryFolder()
    store = VersionStore(folder("reports"))
    for (index, id) in ["4f1c", "4f2d", "9a", "9abc", "77ee", "4f1c"].enumerated() {
      _ = try store.publish(["a": [1]], id: id, now: UTCTime(seconds: Int64(index)))
    }
  }

  @Test(arguments: [
    ("latest", "4f1c"), ("latest~0", "4f1c"), ("latest~1", "77ee"), ("latest~2", "9abc"), ("latest~5", "4f1c"),
    ("4f2d", "4f2d"), ("4f2", "4f2d"), ("7", "77ee"), ("9a", "9a"), ("9ab", "9abc"),
  ])
  func aNameIsResolved(name: String, id: String) throws {
    let version = try store.resolve(name)
    #expect(version.id == id)
    #expect(version.path == store.directory(of: id))
  }

  @Test func aPinAndADayAreResolved() throws {
    let days = VersionStore(folder("days"))
    for (index, id) in ["2026-11-19-aa", "2026-11-20-bb", "2026-11-20-aa", "2026-11-20-bb"].enumerated() {
      _ = try days.publish(["a": [1]], id: id, now: UTCTime(seconds: Int64(index)))
    }
    _ = try days.add(id: "2026-11-20-zz", previous: nil, now: UTCTime(seconds: 9)) { _ in }
    try days.pin("board", to: days.resolve("2026-11-19"), now: UTCTime(seconds: 0))
    #expect(try days.resolve("board").id == "2026-11-19-aa")
    #expect(try days.resolve("2026-11-19").id == "2026-11-19-aa")
    #expect(try days.resolve("2026-11-20").id == "2026-11-20-bb")
    #expect(code { _ = try days.resolve("2026-11-21") } == .inputMissing)
    #expect(code { _ = try days.resolve("2026-11-20-") } == .usage)
  }

  @Test func aPathIsResolvedThroughItsLinks() throws {
    let version = try store.resolve(folder("reports/latest"))
    #expect(version.id == "4f1c")
    #expect(version.path == folder("reports/versions/4f1c"))
    #expect(version.size == 1)
  }

  @Test func anAmbiguousBeginningNamesTheCandidates() {
    let root = folder("reports")
    #expect(
      message { _ = try store.resolve("4f") } == """
        requite: \(root): 2 versions begin with 4f.
          Give more of the id: 4f1c, 4f2d.

        """)
    #expect(code { _ = try store.resolve("4f") } == .usage)
  }

  @Test(arguments: [("8", "no version is called 8"), ("", "no version is called ")])
  func anUnknownNameListsTheKnownOnes(name: String, what: String) {
    let root = folder("reports")
    #expect(
      message { _ = try store.resolve(name) } == """
        requite: \(root): \(what).
          Known: 4f1c, 4f2d, 77ee, 9a, 9abc.

        """)
    #expect(code { _ = try store.resolve(name) } == .inputMissing)
  }

  @Test func goingBackTooFarListsTheHistory() {
    let root = folder("reports")
    #expect(
      message { _ = try store.resolve("latest~6") } == """
        requite: \(root): there is no version latest~6.
          Known: …, 4f2d, 9a, 9abc, 77ee, 4f1c.

        """)
  }

  @Test(arguments: ["latest~x", "latest~-1", "latest~"])
  func aBadStepIsAMatterOfUsage(name: String) {
    #expect(code { _ = try store.resolve(name) } == .usage)
  }

  @Test func beforeTheFirstPublishThereIsNoLatest() throws {
    let empty = VersionStore(folder("nowhere"))
    #expect(
      message { _ = try empty.resolve("latest") } == """
        requite: \(folder("nowhere")): nothing has been published yet.
          Run make nightly to publish a first version.

        """)
  }
}
