import RequiteDocuments
import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct PlanTests {
  @Test func aPlanComesBackAsItWent() throws {
    let folder = TemporaryFolder()
    var (plan, _) = try LedgerFixture.plan([LedgerFixture.ledger(LedgerFixture.events(30, seed: 1)).bytes], in: folder)
    plan.settings.strataPopulation = ["north": 120]
    plan.settings.asOf = Instant(seconds: 1_775_001_600)
    plan.relocations = [
      Relocation(kind: .interactions, identity: Hash128(high: 1, low: .max), bucket: 255, isConflict: true)
    ]
    #expect(try Plan(document: plan.document, name: "plan.json") == plan)
    #expect(!String(decoding: plan.document, as: UTF8.self).contains("resting"))
    var resting = RestingRows(kind: .interactions, cutoff: Instant(seconds: -5))
    resting.add(7, of: [plan.ledgers[0].digest], .init(rows: 8, repeated: 3))
    resting.add(255, of: [plan.ledgers[0].digest], .init(rows: 1, repeated: 0))
    plan.resting = [resting]
    #expect(try Plan(document: plan.document, name: "plan.json") == plan)
  }

  @Test(arguments: ["2026.1", "2026.2", "2026.1+variance.2", "2031.4"])
  func aMethodIsWrittenByItsNameAndReadBack(version: String) throws {
    let folder = TemporaryFolder()
    var (plan, _) = try LedgerFixture.plan([LedgerFixture.ledger(LedgerFixture.events(3, seed: 1)).bytes], in: folder)
    plan.settings.method = Method(recorded: version)
    #expect(String(decoding: plan.document, as: UTF8.self).contains("\"method\":\"\(version)\","))
    #expect(try Plan(document: plan.document, name: "plan.json") == plan)
  }

  @Test func dictionariesOfAllLedgersMeetSortedByBytes() throws {
    let folder = TemporaryFolder()
    let ledgers = try [
      LedgerFixture.ledger(LedgerFixture.events(30, seed: 1)).bytes,
      LedgerFixture.ledger(LedgerFixture.answers(30, seed: 1)).bytes,
    ]
    let (plan, _) = try LedgerFixture.plan(ledgers, in: folder)
    #expect(plan.vendors == ["acme", "bolt", "zeta"])
    #expect(plan.channels == ["", "chat", "email", "phone"])
    #expect(plan.levels == [["", "basic", "pro"]])
  }

  @Test func revenueBringsItsVendorsAndNeitherAttributesNorALatestTime() throws {
    let folder = TemporaryFolder()
    let event = LedgerFixture.events(1, seed: 1)[0]
    var vendors = RowDictionaries()
    vendors.vendors = ["zeta", "new", "more"]
    let ledgers = try [
      LedgerFixture.ledger([event]).bytes,
      LedgerFixture.ledger(LedgerFixture.revenues(9, seed: 1), dictionaries: vendors).bytes,
    ]
    let (plan, readers) = try LedgerFixture.plan(ledgers, in: folder)
    #expect(plan.ledgers.map(\.kind) == [.interactions, .revenue])
    #expect(plan.vendors == ["acme", "bolt", "more", "new", "zeta"])
    let read = try (0..<Bucket.count).flatMap { try readers[1].revenues(bucket: $0, plan: plan) }
    #expect(Set(read.map { plan.vendors[Int($0.vendor)] }).isSubset(of: ["zeta", "new", "more"]))
    #expect(read.count == 9)
    #expect(readers[1].footer.attributes == [] && readers[1].footer.latest == nil)
    #expect(PlanMaker(ledgers: readers).latest == Instant(seconds: event.row.at))
    #expect(PlanMaker(ledgers: [readers[1]]).latest == nil)
    #expect(try Plan(document: plan.document, name: "plan.json") == plan)
  }

  @Test func theOrderOfLedgersLeavesNoTrace() throws {
    let folder = TemporaryFolder()
    let ledgers = try (1...4).map { try LedgerFixture.ledger(LedgerFixture.events(50, seed: $0)).bytes }
    let (plan, readers) = try LedgerFixture.plan(ledgers, in: folder)
    #expect(try PlanMaker(ledgers: readers.reversed()).plan(settings: plan.settings).digest == plan.digest)
  }

  @Test func anEventThatMovedToAnotherThreadCountsInOnePlace() throws {
    let folder = TemporaryFolder()
    var event = LedgerFixture.events(1, seed: 8)[0]
    let first = try LedgerFixture.ledger([event]).bytes
    let oldBucket = Bucket.of(event.row.thread)
    event.row.thread = (0..<100).lazy.map { Hash128("moved \($0)") }.first { Bucket.of($0) != oldBucket }!
    event.row.revision = 1
    let second = try LedgerFixture.ledger([event]).bytes
    let (plan, _) = try LedgerFixture.plan([first, second], in: folder)
    #expect(plan.relocations.map(\.bucket) == [Bucket.of(event.row.thread)])
    #expect(plan.relocations.map(\.isConflict) == [false])
  }

  /// Some ids move to another thread, some only come again where they were, and most stand once.
  @Test func idsThatMovedAreFoundAmongMany() throws {
    let folder = TemporaryFolder()
    var random = SplitMix64(seed: 21)
    let events = LedgerFixture.events(600, seed: 21)
    var again = Array(events.shuffled(using: &random).prefix(150))
    for place in again.indices {
      again[place].row.revision = .random(in: 0...1, using: &random)
      guard Bool.random(using: &random) else { continue }
      again[place].row.thread = Hash128("moved \(random.next())", seed: Hash128("\(again[place].row.vendor)"))
    }
    var expected: [Hash128: Int] = [:]
    for event in again {
      let earlier = Bucket.of(events.first { $0.id == event.id }!.row.thread)
      guard earlier != Bucket.of(event.row.thread), event.row.revision > 0 else { continue }
      let vendor = Hash128(LedgerFixture.dictionaries.vendors[Int(event.row.vendor)])
      expected[Hash128(event.id, seed: vendor)] = Bucket.of(event.row.thread)
    }
    let ledgers = try [LedgerFixture.ledger(events).bytes, LedgerFixture.ledger(again).bytes]
    let (plan, _) = try LedgerFixture.plan(ledgers, in: folder)
    let revised = plan.relocations.filter { !$0.isConflict }
    #expect(Dictionary(uniqueKeysWithValues: revised.map { ($0.identity, $0.bucket) }) == expected)
    #expect(plan.relocations.map(\.identity) == plan.relocations.map(\.identity).sorted())
  }

  @Test func aResponseThatMovedToAnotherCustomerCountsInOnePlace() throws {
    let folder = TemporaryFolder()
    var answer = LedgerFixture.answers(1, seed: 8)[0]
    let vendor = Hash128(LedgerFixture.dictionaries.vendors[Int(answer.row.vendor)])
    let first = try LedgerFixture.ledger([answer]).bytes
    let oldBucket = answer.row.customer.bucket(vendor: vendor)
    answer.row.customer = (1..<100).lazy.map { Pseudonym(high: $0, low: 8) }
      .first { $0.bucket(vendor: vendor) != oldBucket }!
    answer.row.revision = 1
    let second = try LedgerFixture.ledger([answer]).bytes
    let (plan, _) = try LedgerFixture.plan([first, second], in: folder)
    #expect(plan.relocations.map(\.kind) == [.surveys])
    #expect(plan.relocations.map(\.bucket) == [answer.row.customer.bucket(vendor: vendor)])
  }
}
