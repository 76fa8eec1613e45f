import RequiteDocuments
import RequiteKnowledge
import RequiteModel
import RequiteScoring
import RequiteTestSupport
import Testing

/// What a plan calls at rest changes nothing but how much is read.
@Suite struct RestingRowsTests {
  static let ties: [LongHistory.Ties] = [
    [], .threads, .repeats, .moves, .erasures, .crosswalk, [.threads, .repeats], [.repeats, .erasures],
    [.threads, .repeats, .moves, .erasures, .crosswalk],
  ]

  /// The share of a kind's rows that is at rest.
  private func share(ofRowsAtRest knowledge: Knowledge, _ kind: DumpKind) throws -> Double {
    var (resting, all) = (0.0, 0.0)
    for ledger in try knowledge.ledgers(of: kind) {
      for bucket in 0..<Bucket.count {
        let rows = Double(ledger.footer.buckets[bucket].rows)
        all += rows
        if knowledge.plan.resting(kind)?[ledger.digest].contains(bucket) == true { resting += rows }
      }
    }
    return resting / all
  }

  @Test(arguments: RestingRowsTests.ties, [1, 2, 3] as [UInt64])
  func aNightSumsTheSameWithoutThem(ties: LongHistory.Ties, seed: UInt64) throws {
    let warehouse = Warehouse()
    let dumps = LongHistory(seed: seed, ties).dumps
    for asOf in [70.5, 120] {
      let settings = Warehouse.settings(asOf: asOf)
      let knowledge = try warehouse.knowledge(dumps, settings)
      let all = try warehouse.knowledge(dumps, settings, readsAll: true)
      #expect(try warehouse.tables(knowledge) == warehouse.tables(all))
    }
  }

  @Test func mostOfALongHistoryIsAtRest() throws {
    let warehouse = Warehouse()
    let knowledge = try warehouse.knowledge(LongHistory(seed: 5).dumps, Warehouse.settings(asOf: 120))
    #expect(try share(ofRowsAtRest: knowledge, .interactions) > 0.5)
    #expect(try share(ofRowsAtRest: knowledge, .surveys) > 0.5)
    withExtendedLifetime(warehouse) {}
  }

  @Test(arguments: RestingRowsTests.ties, [1, 2] as [UInt64])
  func aComparisonFindsTheSameWithoutThem(ties: LongHistory.Ties, seed: UInt64) throws {
    let warehouse = Warehouse()
    let dumps = LongHistory(seed: seed, ties).dumps
    var earlier = dumps
    earlier.removeAll { ["interactions-11.csv", "surveys-4.csv"].contains($0.name) }
    for (before, after) in [(110.0, 111.0), (90, 119)] {
      let found = try [false, true].map { readsAll in
        let (old, new) = try (
          warehouse.knowledge(earlier, Warehouse.settings(asOf: before), readsAll: readsAll),
          warehouse.knowledge(dumps, Warehouse.settings(asOf: after), readsAll: readsAll)
        )
        return try ChangeFinder(
          before: KnownSide(old, tables: warehouse.tables(old)), after: KnownSide(new, tables: warehouse.tables(new))
        ).find()
      }
      #expect(found[0].changes.counts == found[1].changes.counts)
      #expect(found[0].changes.waits == found[1].changes.waits)
      #expect(found[0].changes.facts == found[1].changes.facts)
    }
  }

  /// A ledger of which nothing is left to read is not even opened.
  @Test func aLedgerAtRestNeedNotBeThereAnyMore() throws {
    let dumps: [Warehouse.Dump] = [
      .interactions("a", [EventLine(id: "e1", thread: "t1", customer: "c1", at: 3)]),
      .interactions("b", [EventLine(id: "e2", thread: "t2", customer: "c2", at: 99)]),
    ]
    let warehouse = Warehouse()
    let knowledge = try warehouse.knowledge(dumps, Warehouse.settings(asOf: 100))
    let tables = try warehouse.tables(knowledge)
    let remaining = Knowledge(plan: knowledge.plan) { ledger in
      ledger.name.contains("-a") ? "gone" : warehouse.path(of: ledger)
    }
    #expect(try warehouse.tables(remaining) == tables)
    #expect(FactAccount(of: .interactions, in: tables).accepted == 2)
  }

  @Test func aLongThreadWakesOnlyWhereItWas() throws {
    let quiet = (0..<40).map { EventLine(id: "e\($0)", thread: "t\($0)", customer: "c\($0)", at: 3) }
    let again = EventLine(id: "again", thread: "t0", customer: "c0", at: 99)
    let settings = Warehouse.settings(asOf: 100)
    let knowledge = try Warehouse().knowledge([.interactions("a", quiet), .interactions("b", [again])], settings)
    let old = try #require(knowledge.plan.ledgers.first { $0.name.contains("-a") })
    let resting = try #require(knowledge.plan.resting(.interactions))
    let buckets = Set((0..<40).map { Bucket.of(Hash128("t\($0)", seed: Hash128("acme"))) })
    let awake = Bucket.of(Hash128("t0", seed: Hash128("acme")))
    #expect(buckets.filter(resting[old.digest].contains) == buckets.subtracting([awake]))
    #expect(resting.cutoff == Instant(seconds: Calendar.seconds(100 - 25 - 7)))
    #expect(Set(resting.counts.keys) == buckets.subtracting([awake]))
    #expect(resting.counts.values.allSatisfy { $0.repeated == 0 })
  }

  @Test func repeatsAtRestAreCountedAndThoseOfTheForgottenAreRead() throws {
    let old = [
      EventLine(id: "e1", thread: "t1", customer: "c1", at: 3),
      EventLine(id: "e2", thread: "t2", customer: "c2", at: 3),
    ]
    let dumps: [Warehouse.Dump] = [
      .interactions("a", old), .interactions("b", [old[0]]),
      .interactions("c", [EventLine(id: "e3", thread: "t3", customer: "c3", at: 99)]),
    ]
    let settings = Warehouse.settings(asOf: 100)
    let warehouse = Warehouse()
    let knowledge = try warehouse.knowledge(dumps, settings)
    #expect(
      Set(try #require(knowledge.plan.resting(.interactions)).counts.values)
        == [.init(rows: 2, repeated: 1), .init(rows: 1, repeated: 0)])
    #expect(
      FactAccount(of: .interactions, in: try warehouse.tables(knowledge))
        == FactAccount(kind: .interactions, accepted: 4, repeated: 1, erased: 0))
    let without = try warehouse.knowledge(dumps + [.erasures("0", ["c1"])], settings)
    #expect(Array(try #require(without.plan.resting(.interactions)).counts.values) == [.init(rows: 1, repeated: 0)])
    #expect(
      FactAccount(of: .interactions, in: try warehouse.tables(without))
        == FactAccount(kind: .interactions, accepted: 4, repeated: 0, erased: 2))
  }
}
