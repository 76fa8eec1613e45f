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
}
