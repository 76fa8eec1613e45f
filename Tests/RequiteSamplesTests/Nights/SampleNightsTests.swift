import RequiteModel
import RequiteSamples
import Testing

@Suite struct SampleNightsTests {
  private static func options(_ change: (inout SampleOptions) -> Void = { _ in }) -> SampleOptions {
    var options = SampleOptions()
    options.nights = 24
    options.customers = 120
    options.rowsPerNight = 200
    change(&options)
    return options
  }

  private static func dumps(_ options: SampleOptions) -> [SampleDump] {
    SampleNights(options).flatMap(\.dumps)
  }

  private static func rows(_ kind: String, _ options: SampleOptions) -> [[String: String]] {
    dumps(options).filter { $0.name.hasPrefix(kind) }.flatMap { RequiteSamplesTests.rows($0.bytes) }
  }

  @Test func theSameOptionsGiveTheSameBytes() {
    let (one, other) = (Self.dumps(Self.options()), Self.dumps(Self.options()))
    #expect(one.map(\.name) == other.map(\.name))
    #expect(one.map(\.bytes) == other.map(\.bytes))
  }

  @Test func aLongerRunExtendsAShorterOne() {
    let short = Self.dumps(Self.options { $0.nights = 9 })
    let long = Self.dumps(Self.options()).prefix(short.count)
    #expect(short.map(\.name) == long.map(\.name))
    #expect(short.map(\.bytes) == long.map(\.bytes))
  }

  @Test func anotherSeedGivesOtherRows() {
    let one = Self.dumps(Self.options { $0.nights = 1 })
    let other = Self.dumps(
      Self.options {
        $0.nights = 1
        $0.seed = 2
      })
    #expect(one[0].bytes != other[0].bytes)
    #expect(one[1].bytes != other[1].bytes)
  }

  @Test func everyNightHasBothKindsAndTheTwentyFirstHasErasures() {
    let names = Self.dumps(Self.options { $0.nights = 21 }).map(\.name)
    #expect(names.count == 43)
    #expect(names.prefix(2) == ["surveys-2026-03-01.csv", "interactions-2026-03-01.csv"])
    #expect(names.suffix(1) == ["erasures-2026-03-21.csv"])
  }

  @Test func everyRowHasAFieldForEveryColumn() {
    for dump in Self.dumps(Self.options()) {
      let all = records(dump.bytes)
      #expect(all.allSatisfy { $0.count == all[0].count }, "\(dump.name)")
    }
  }

  @Test func jsonLinesTellTheSameNumberOfRows() throws {
    let comma = Self.dumps(Self.options())
    let json = Self.dumps(Self.options { $0.format = .jsonl })
    for (one, other) in zip(comma, json) where !one.name.hasPrefix("erasures") {
      #expect(other.name.hasSuffix(".jsonl"))
      let lines = other.bytes.split(separator: UInt8(ascii: "\n"))
      #expect(lines.count == records(one.bytes).count - 1, "\(one.name)")
      #expect(lines.allSatisfy { $0.first == UInt8(ascii: "{") && $0.last == UInt8(ascii: "}") }, "\(one.name)")
    }
  }

  @Test func mixedWritesEverySeventhNightAsJSONLines() {
    let names = Self.dumps(
      Self.options {
        $0.format = .mixed
        $0.nights = 15
      }
    ).map(\.name)
    #expect(
      names.filter { $0.hasSuffix(".jsonl") } == [
        "surveys-2026-03-07.jsonl", "interactions-2026-03-07.jsonl", "surveys-2026-03-14.jsonl",
        "interactions-2026-03-14.jsonl",
      ])
  }

  @Test func eventsLieWithinTheirNightExceptThoseToldAgain() {
    for night in SampleNights(Self.options()) {
      let events = RequiteSamplesTests.rows(night.dumps[1].bytes)
      let today = events.filter { $0["at"]?.hasPrefix(night.date.description) == true }
      #expect(events.count - today.count <= 1 + events.count / 100, "\(night.date)")
    }
  }

  @Test func threadsRunOverSeveralNightsAndKeepTheirCustomer() {
    let events = Self.rows("interactions", Self.options())
    let threads = Dictionary(grouping: events) { $0["thread_id"] ?? "" }
    #expect(threads.values.allSatisfy { Set($0.map { $0["customer_id"] }).count == 1 })
    #expect(threads.values.contains { Set($0.map { $0["at"]?.prefix(10) }).count >= 3 })
  }

  @Test func someRowsComeTwiceUnchangedAndSomeCorrected() {
    for (kind, id) in [("surveys", "response_id"), ("interactions", "event_id")] {
      let again = Dictionary(grouping: Self.rows(kind, Self.options())) { $0[id] ?? "" }.values.filter { $0.count > 1 }
      #expect(again.contains { Set($0).count == 1 }, "\(kind)")
      #expect(again.contains { Set($0.map { $0["revision"] }) == ["", "1"] }, "\(kind)")
      #expect(again.allSatisfy { $0.count == 2 }, "\(kind)")
    }
  }

  @Test func anInvitationComesBeforeItsAnswer() {
    let answers = Self.rows("surveys", Self.options()).filter { $0["responded_at"] != "" && $0["invited_at"] != "" }
    #expect(!answers.isEmpty)
    #expect(answers.allSatisfy { $0["invited_at"]! < $0["responded_at"]! })
  }

  @Test func everyInstrumentStatusAndKindComesUp() {
    let options = Self.options { $0.rowsPerNight = 1200 }
    let responses = Self.rows("surveys", options)
    let events = Self.rows("interactions", options)
    #expect(Set(responses.map { $0["instrument"] }) == ["nps", "csat", "ces", "enps", "votes", "self"])
    #expect(Set(responses.map { $0["status"] }) == Set([""] + ResponseStatus.allCases.map(\.rawValue)))
    #expect(Set(events.map { $0["kind"] }) == Set(EventKind.allCases.map(\.rawValue)))
    #expect(Set(events.map { $0["direction"] }) == Set(Direction.allCases.map(\.rawValue)))
    #expect(events.contains { $0["agent_id"]?.hasPrefix("bot:") == true })
  }

  @Test func votesAreAPossibleNet() {
    for row in Self.rows("surveys", Self.options()) where row["instrument"] == "votes" {
      let (net, votes) = (Int(row["score"]!)!, Int(row["votes"]!)!)
      #expect(votes >= 1 && abs(net) <= votes && (votes + net).isMultiple(of: 2))
    }
  }

  @Test func oneVendorHasAccountsAndAnotherHasStrata() {
    let responses = Self.rows("surveys", Self.options())
    #expect(Set(responses.filter { $0["account_id"] != "" }.map { $0["vendor_id"] }) == ["northwind-air"])
    #expect(Set(responses.filter { $0["stratum"] != "" }.map { $0["vendor_id"] }) == ["lumen-telecom"])
  }

  @Test func manyVendorsHaveDifferentNames() {
    let options = Self.options {
      $0.vendors = 45
      $0.nights = 1
      $0.rowsPerNight = 40_000
    }
    #expect(Set(Self.rows("interactions", options).map { $0["vendor_id"] }).count == 45)
  }

  @Test(arguments: [1000, 3000])
  func aNightHasAboutTheRowsAskedFor(rows: Int) throws {
    let last = try #require(SampleNights(Self.options { $0.rowsPerNight = rows }).suffix(1).first)
    let count = last.dumps.reduce(0) { $0 + records($1.bytes).count - 1 }
    #expect(abs(count - rows) <= rows / 5)
  }
}
