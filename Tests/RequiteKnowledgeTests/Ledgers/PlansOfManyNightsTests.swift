import RequiteDocuments
import RequiteKnowledge
import RequiteModel
import RequiteTestSupport
import Testing

/// A plan that rests on that of the night before, and on fingerprints, is the plan of a first night, to the byte.
@Suite struct PlansOfManyNightsTests {
  /// The dumps that are there on the morning of a day.
  private func dumps(_ history: LongHistory, on day: Double) -> [Warehouse.Dump] {
    history.dumps.filter { dump in
      let slice = dump.name.drop { $0 != "-" }.dropFirst().prefix { $0 != "." }
      guard let slice = Double(slice) else { return day > 75 }
      return dump.name.hasPrefix("erasures") || dump.name.hasPrefix("crosswalk") ? day > 90 : slice * 10 < day
    }
  }

  @Test(arguments: RestingRowsTests.ties, [1, 2] as [UInt64])
  func everyNightPlansWhatAFirstNightPlans(ties: LongHistory.Ties, seed: UInt64) throws {
    let warehouse = Warehouse()
    let history = LongHistory(seed: seed, ties)
    var (earlier, files) = (Plan?.none, [FingerprintFile]())
    for day in stride(from: 50.0, through: 120, by: 10) {
      let (dumps, settings) = (dumps(history, on: day), Warehouse.settings(asOf: day))
      let first = try warehouse.knowledge(dumps, settings).plan
      let plan = try warehouse.plan(dumps, settings, after: earlier, &files)
      #expect(plan.document == first.document)
      earlier = plan
    }
    #expect(Set(files.map(\.kind)) == [.interactions, .surveys])
    withExtendedLifetime(warehouse) {}
  }

  /// What was there before may come, go, and come back; the period may move back as well.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func dumpsThatGoLeaveNothingBehind(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let warehouse = Warehouse()
    let history = LongHistory(seed: seed, [.threads, .repeats, .moves, .erasures, .crosswalk])
    var (earlier, files) = (Plan?.none, [FingerprintFile]())
    for day in [100, 110, 90, 120, 119, 120] as [Double] {
      let dumps = dumps(history, on: day).filter { _ in Int.random(in: 0..<8, using: &random) > 0 }
      let settings = Warehouse.settings(asOf: day)
      let plan = try warehouse.plan(dumps, settings, after: earlier, &files)
      #expect(plan.document == (try warehouse.knowledge(dumps, settings)).plan.document)
      earlier = plan
    }
    withExtendedLifetime(warehouse) {}
  }

  /// A ledger that nothing refers back to is not looked into: its rows may even be lost.
  @Test func aLedgerAtRestIsNotLookedInto() throws {
    let folder = TemporaryFolder()
    let warehouse = Warehouse()
    let days = (0..<3).map { day in
      Warehouse.Dump.interactions(
        "\(day)", [EventLine(id: "e\(day)", thread: "t\(day)", customer: "c\(day)", at: Double(40 * day + 10))])
    }
    let settings = Warehouse.settings(asOf: 100)
    var files: [FingerprintFile] = []
    let plan = try warehouse.plan(days, settings, after: nil, &files)
    #expect(files.map(\.ledgers.count) == [2])
    let readers = try plan.ledgers.map { ledger in
      var bytes = try #require(TestFile.bytes(warehouse.path(of: ledger)))
      // The first row's block begins right behind the magic.
      if !ledger.name.contains("2") { for place in 8..<40 { bytes[place] ^= 0xFF } }
      return try LedgerReader(path: folder.write(bytes, to: ledger.name))
    }
    let maker = PlanMaker(ledgers: readers)
    let earlier = plan.ofTheNightBefore
    #expect(try maker.plan(settings: settings, earlier: earlier, fingerprints: files).document == plan.document)
    #expect(throws: DocumentFailure.self) { try maker.plan(settings: settings, earlier: earlier) }
    #expect(throws: DocumentFailure.self) { try maker.plan(settings: settings, fingerprints: files) }
    withExtendedLifetime(warehouse) {}
  }
}

extension Plan {
  /// A plan of the night before, which had other periods.
  fileprivate var ofTheNightBefore: Plan {
    var plan = self
    plan.resting = []
    plan.settings.eventWindow = Window(
      from: Instant(seconds: settings.eventWindow.from.seconds - 86_400), to: settings.eventWindow.to)
    return plan
  }
}
