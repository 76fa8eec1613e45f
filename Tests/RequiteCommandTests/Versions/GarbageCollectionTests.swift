import Glibc
import RequiteCommand
import Testing

@Suite struct GarbageCollectionTests {
  let folder: TemporaryFolder
  let store: VersionStore
  static let digests = (0..<4).map { String(repeating: "\($0)", count: 64) }

  /// Three nights; each keeps a plan of its own and the ledger of the night before.
  init() throws {
    folder = try TemporaryFolder()
    store = VersionStore(folder("reports"))
    for night in 0..<3 { try publish(night) }
  }

  private func publish(_ night: Int) throws {
    let objects = needs("2026-01-0\(night + 1)-aa")
    let now = UTCTime.now().seconds - Int64(3 - night) * 86_400
    _ = try store.publish(
      id: "2026-01-0\(night + 1)-aa", now: UTCTime(seconds: now),
      keep: { store in for object in objects { try store.keep(Array("\(object.name)".utf8), as: object) } },
      write: { try $0.write("a") { try $0.write([1]) } })
  }

  private func needs(_ id: String) -> [ObjectStore.Object] {
    guard let night = (1...3).first(where: { id == "2026-01-0\($0)-aa" }) else { return [] }
    return [
      .init(Self.digests[night], .plan), .init(Self.digests[night], .ledger), .init(Self.digests[night - 1], .ledger),
    ]
  }

  private func collect(applies: Bool, graceHours: Int64 = 0, heavyDays: Int64? = nil) throws -> GarbageCollection {
    var retention = Retention()
    (retention.days, retention.weeks, retention.heavyDays) = (0, 0, heavyDays)
    let rule = VersionStore.CollectionRule(retention: retention, graceHours: graceHours, applies: applies)
    return try store.collect(rule, now: .now()) { needs($0.id) }
  }

  private func names(_ objects: [ObjectStore.Object]) -> [String] {
    objects.map { "\($0.digest.prefix(1)).\($0.kind)" }
  }

  @Test func whatNoVersionNeedsGoesAndTheLatestAndItsPredecessorStay() throws {
    let told = try collect(applies: false)
    #expect(told.versions.map(\.id) == ["2026-01-01-aa"])
    #expect(told.lightened == ["2026-01-02-aa"])
    #expect(names(told.objects.map(\.object)) == ["0.ledger", "1.ledger", "1.plan", "2.plan"])
    #expect(try store.versions().count == 3)
    #expect(try store.objects.objects().count == 7)
    let done = try collect(applies: true)
    #expect(done.versions == told.versions && done.objects == told.objects)
    #expect(try store.versions().map(\.id) == ["2026-01-02-aa", "2026-01-03-aa"])
    #expect(try names(store.objects.objects()) == ["2.ledger", "3.ledger", "3.plan"])
    #expect(try store.objectsCollectedAt(store.resolve("latest~1")) != nil)
    #expect(try store.objectsCollectedAt(store.resolve("latest")) == nil)
    #expect(try collect(applies: true).isEmpty)
    #expect(try folder.names("reports").contains(".staging") == false)
  }

  @Test func aPinKeepsAVersionWithAllItWasMadeOf() throws {
    try store.pin("board", to: store.resolve("2026-01-01-aa"), now: .now())
    let collection = try collect(applies: true)
    #expect(collection.versions == [])
    #expect(names(collection.objects.map(\.object)) == ["2.plan"])
  }

  @Test func aYoungObjectStaysForAPublishThatMayBeUnderWay() throws {
    #expect(try collect(applies: false, graceHours: 24).objects == [])
  }

  @Test func nothingGoesWhenOneVersionCannotSayWhatItNeeds() throws {
    let rule = VersionStore.CollectionRule(graceHours: 0, applies: true)
    #expect(code { _ = try store.collect(rule, now: .now()) { _ in throw Failure(.integrity, "no") } } == .integrity)
    #expect(try store.objects.objects().count == 7)
  }

  @Test func aCollectionWaitsForAPublish() throws {
    let lock = try DirectoryLock(store.root, since: UTCTime(seconds: 0))
    #expect(code { _ = try collect(applies: false) } == .tryLater)
    lock.release()
  }

  @Test func anEmptyStoreHasNothingToCollect() throws {
    #expect(try VersionStore(folder("nowhere")).collect(.init(), now: .now()) { _ in [] }.isEmpty)
  }
}
