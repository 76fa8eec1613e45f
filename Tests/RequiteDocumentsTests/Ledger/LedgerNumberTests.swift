import RequiteDocuments
import RequiteModel
import RequiteTestSupport
import Testing

/// Columns are as wide as their numbers are apart: every width, at both ends.
@Suite struct LedgerNumberTests {
  private let arena = FactArena()

  @Test(arguments: 0...63)
  func numbersOfEveryWidthComeBack(_ bits: Int) throws {
    let folder = TemporaryFolder()
    let spread = Int64(1) << bits
    for (least, distance) in [(Int64.min + 1, spread), (-1, spread &- 1), (0, spread &- 1), (7, 0)] {
      var events = LedgerFixture.events(9, seed: UInt64(bits))
      for row in events.indices {
        events[row].row.thread = events[0].row.thread
        events[row].row.vendor = events[0].row.vendor
        events[row].row.value = row == 4 ? least &+ distance : least
        if events[row].row.value == RowValue.absent { events[row].row.value = 0 }
        events[row].row.revision = row % 2 == 0 ? 0 : Int64(row) << Int64(bits % 60)
      }
      let (plan, readers) = try LedgerFixture.plan([LedgerFixture.ledger(events).bytes], in: folder)
      let rows = try readers[0].interactions(bucket: Bucket.of(events[0].row.thread), plan: plan, to: arena)
      let values = Dictionary(uniqueKeysWithValues: rows.map { (Array($0.id), [$0.value, $0.revision]) })
      for event in events {
        #expect(values[Array(event.id.utf8)] == [event.row.value, event.row.revision])
      }
    }
  }

  /// More agents than the table of a new builder holds, in an order that is not theirs.
  @Test func manyAgentsComeBack() throws {
    let folder = TemporaryFolder()
    var random = SplitMix64(seed: 13)
    var events = LedgerFixture.events(3000, seed: 13)
    for row in events.indices {
      events[row].row.agent = row % 3 == 0 ? .none : Pseudonym(high: random.next() % 900, low: random.next() % 2)
    }
    let bytes = try LedgerFixture.ledger(events).bytes
    #expect(try bytes == LedgerFixture.ledger(events.reversed()).bytes)
    let (plan, readers) = try LedgerFixture.plan([bytes], in: folder)
    let rows = try (0..<Bucket.count).flatMap { try readers[0].interactions(bucket: $0, plan: plan, to: arena) }
    let agents = Dictionary(uniqueKeysWithValues: rows.map { (String(decoding: $0.id, as: UTF8.self), $0.agent) })
    #expect(agents == Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0.row.agent) }))
  }

  @Test func aLedgerOfAnotherFormatIsNotRead() throws {
    let folder = TemporaryFolder()
    var bytes = try LedgerFixture.ledger(LedgerFixture.events(5, seed: 14)).bytes
    bytes.replaceSubrange(0..<8, with: Array("RQLEDG01".utf8))
    #expect(throws: DocumentFailure.unknownFormat("old", found: "'RQLEDG01'")) {
      try LedgerReader(path: folder.write(bytes, to: "old"))
    }
  }
}
