import RequiteDocuments
import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct LedgerTests {
  private let arena = FactArena()

  @Test(arguments: [0, 1, 2, 500])
  func eventsComeBackAsTheyWent(_ count: Int) throws {
    let folder = TemporaryFolder()
    let events = LedgerFixture.events(count, seed: 1)
    let (plan, readers) = try LedgerFixture.plan([LedgerFixture.ledger(events).bytes], in: folder)
    var rows: [String: Interaction] = [:]
    for bucket in 0..<Bucket.count {
      for row in try readers[0].interactions(bucket: bucket, plan: plan, to: arena) {
        #expect(Bucket.of(row.thread) == bucket)
        rows[String(decoding: row.id, as: UTF8.self)] = row
      }
    }
    #expect(rows.count == count)
    for event in events {
      let row = try #require(rows[event.id])
      expectSame(row, event.row)
      #expect(plan.vendors[Int(row.vendor)] == LedgerFixture.dictionaries.vendors[Int(event.row.vendor)])
      #expect(plan.channels[Int(row.channel)] == LedgerFixture.dictionaries.channels[Int(event.row.channel)])
      #expect(plan.levels[0][Int(row.levels[0])] == LedgerFixture.dictionaries.levels[0][Int(event.level)])
    }
  }

  /// How many rows have a number of their own is counted 255 rows at a time.
  @Test(arguments: [254, 255, 256, 510, 511, 1200])
  func eventsOfOneLongThreadKeepTheirNumbers(_ count: Int) throws {
    let folder = TemporaryFolder()
    var events = LedgerFixture.events(count, seed: 3)
    for place in events.indices {
      (events[place].row.thread, events[place].row.vendor) = (events[0].row.thread, events[0].row.vendor)
      if place % 7 == 0 { events[place].row.revision = Int64(place) }
    }
    let (plan, readers) = try LedgerFixture.plan([LedgerFixture.ledger(events).bytes], in: folder)
    let bucket = Bucket.of(events[0].row.thread)
    var rows: [String: Interaction] = [:]
    for row in try readers[0].interactions(bucket: bucket, plan: plan, to: arena) {
      rows[String(decoding: row.id, as: UTF8.self)] = row
    }
    #expect(rows.count == count)
    for event in events {
      expectSame(try #require(rows[event.id]), event.row)
    }
  }

  /// Checks all that a ledger keeps of an event without the words of a plan.
  private func expectSame(_ row: Interaction, _ event: InteractionRow) {
    #expect(row.thread == event.thread)
    #expect(row.customer == event.customer)
    #expect(row.agent == event.agent)
    #expect(row.at.seconds == event.at)
    #expect(row.due?.seconds == (event.due == RowValue.absent ? nil : event.due))
    #expect(row.value == (event.value == RowValue.absent ? nil : event.value))
    #expect(row.revision == event.revision)
    #expect(row.direction.code == event.direction)
    #expect(row.kind.code == event.kind)
    #expect(row.isAutomated == event.isAutomated)
    #expect(row.isPublic == event.isPublic)
  }

  @Test func responsesComeBackAsTheyWent() throws {
    let folder = TemporaryFolder()
    let answers = LedgerFixture.answers(400, seed: 2)
    let (plan, readers) = try LedgerFixture.plan([LedgerFixture.ledger(answers).bytes], in: folder)
    var rows: [String: Response] = [:]
    for bucket in 0..<Bucket.count {
      for row in try readers[0].responses(bucket: bucket, plan: plan, to: arena) {
        rows[String(decoding: row.id, as: UTF8.self)] = row
      }
    }
    #expect(rows.count == 400)
    for answer in answers {
      let row = try #require(rows[answer.id])
      #expect(row.customer == answer.row.customer)
      #expect(row.account == answer.row.account)
      #expect(row.score.map(Int64.init) == (answer.row.score == RowValue.absent ? nil : answer.row.score))
      #expect(row.respondedAt?.seconds == (answer.row.respondedAt == RowValue.absent ? nil : answer.row.respondedAt))
      #expect(row.invitedAt?.seconds == (answer.row.invitedAt == RowValue.absent ? nil : answer.row.invitedAt))
      #expect(row.weight == answer.row.weight)
      #expect(row.survey == answer.row.survey)
      #expect(row.status.code == answer.row.status)
      #expect(plan.strata[Int(row.stratum)] == LedgerFixture.dictionaries.strata[Int(answer.row.stratum)])
    }
  }

  @Test func theOrderOfRowsLeavesNoTrace() throws {
    var random = SplitMix64(seed: 3)
    let events = LedgerFixture.events(300, seed: 3)
    let answers = LedgerFixture.answers(300, seed: 3)
    #expect(try LedgerFixture.ledger(events).bytes == LedgerFixture.ledger(events.shuffled(using: &random)).bytes)
    #expect(try LedgerFixture.ledger(answers).bytes == LedgerFixture.ledger(answers.shuffled(using: &random)).bytes)
  }

  @Test(arguments: [1, 1000, 20_000])
  func littleMemoryGivesTheSameBytes(_ memoryLimit: Int) throws {
    let events = LedgerFixture.events(300, seed: 4)
    let answers = LedgerFixture.answers(300, seed: 4)
    #expect(
      try LedgerFixture.ledger(events).bytes == LedgerFixture.ledger(events, memoryLimit: memoryLimit).bytes)
    #expect(
      try LedgerFixture.ledger(answers).bytes == LedgerFixture.ledger(answers, memoryLimit: memoryLimit).bytes)
  }

  @Test(arguments: [16_000, 16_384, 40_000])
  func anIdAsLongAsAPageComesBack(_ length: Int) throws {
    let folder = TemporaryFolder()
    var events = LedgerFixture.events(3, seed: 8)
    for index in events.indices { events[index].row.thread = events[0].row.thread }
    for index in events.indices { events[index].row.vendor = events[0].row.vendor }
    events[1].id = String(repeating: "x", count: length)
    for memoryLimit in [1, 64 << 20] {
      let (plan, readers) = try LedgerFixture.plan(
        [LedgerFixture.ledger(events, memoryLimit: memoryLimit).bytes], in: folder)
      let rows = try readers[0].interactions(bucket: Bucket.of(events[0].row.thread), plan: plan, to: arena)
      #expect(Set(rows.map { String(decoding: $0.id, as: UTF8.self) }) == Set(events.map(\.id)))
    }
  }

  @Test func repeatedRowsStandOnceAndTheGreatestRevisionWins() throws {
    let folder = TemporaryFolder()
    var events = LedgerFixture.events(1, seed: 5)
    events.append(events[0])
    var corrected = events[0]
    corrected.row.revision = 2
    corrected.row.at += 60
    var disputed = corrected
    disputed.row.at += 60
    let (bytes, summary) = try LedgerFixture.ledger(events + [disputed, corrected])
    #expect(summary.accepted == 1)
    #expect(summary.duplicates == 3)
    let (plan, readers) = try LedgerFixture.plan([bytes], in: folder)
    let row = try readers[0].interactions(bucket: Bucket.of(events[0].row.thread), plan: plan, to: arena)[0]
    #expect(row.at.seconds == corrected.row.at)
    #expect(row.conflicts)
    #expect(row.revision == 2)
  }

  @Test func everyFlippedByteIsNoticed() throws {
    let folder = TemporaryFolder()
    let bytes = try LedgerFixture.ledger(LedgerFixture.events(40, seed: 6)).bytes
    let (plan, readers) = try LedgerFixture.plan([bytes], in: folder)
    var random = SplitMix64(seed: 6)
    for _ in 0..<400 {
      var damaged = bytes
      damaged[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      let path = folder.write(damaged, to: "damaged")
      var noticed = false
      do {
        let reader = try LedgerReader(path: path)
        noticed = reader.digest != readers[0].digest
        for bucket in 0..<Bucket.count { _ = try reader.interactions(bucket: bucket, plan: plan, to: arena) }
      } catch is DocumentFailure {
        noticed = true
      }
      #expect(noticed)
    }
  }

  @Test func aLedgerThatEndsTooSoonIsRefused() throws {
    let folder = TemporaryFolder()
    let bytes = try LedgerFixture.ledger(LedgerFixture.events(40, seed: 7)).bytes
    for length in [0, 1, 8, 15, bytes.count / 2, bytes.count - 1] {
      let path = folder.write(Array(bytes[..<length]), to: "short")
      #expect(throws: DocumentFailure.self) { try LedgerReader(path: path) }
    }
  }
}
