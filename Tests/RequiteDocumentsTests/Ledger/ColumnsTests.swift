import RequiteDocuments
import RequiteModel
import RequiteTestSupport
import Testing

/// Rows that are chosen by their keys and times are those that decoding everything gives.
@Suite struct ColumnsTests {
  private let arena = FactArena()

  @Test(arguments: LedgerIdTests.shapes)
  func chosenThreadsAreDecodedAsAllAre(_ shape: LedgerIdTests.Shape) throws {
    let folder = TemporaryFolder()
    var random = SplitMix64(seed: 5)
    var events = LedgerFixture.events(900, seed: 3)
    for row in events.indices { events[row].id = String(decoding: shape.id(row, random.next()), as: UTF8.self) }
    let (plan, readers) = try LedgerFixture.plan([LedgerFixture.ledger(events).bytes], in: folder)
    let reader = try FactReader(readers[0], plan: plan)
    var count = 0
    for bucket in 0..<Bucket.count {
      guard let columns = try reader.events(of: bucket) else { continue }
      var (all, some, chosen) = ([Interaction](), [Interaction](), [UInt32]())
      try columns.append(to: &all, arena: arena)
      columns.forEachThread { thread in
        if thread.hash.low % 3 == 0 { for row in thread.rows { chosen.append(UInt32(row)) } }
      }
      try columns.append(chosen, to: &some, arena: arena)
      #expect(texts(some) == texts(all.filter { $0.thread.low % 3 == 0 }))
      try columns.append([], to: &some, arena: arena)
      #expect(some.count == chosen.count)
      count += some.count
    }
    #expect(0 < count && count < 900)
  }

  @Test func threadsTellWhatTheirRowsHold() throws {
    let folder = TemporaryFolder()
    let (plan, readers) = try LedgerFixture.plan(
      [LedgerFixture.ledger(LedgerFixture.events(500, seed: 4)).bytes], in: folder)
    let reader = try FactReader(readers[0], plan: plan)
    for bucket in 0..<Bucket.count {
      guard let columns = try reader.events(of: bucket) else { continue }
      var (rows, identities) = ([Interaction](), [Hash128]())
      try columns.append(to: &rows, arena: arena)
      try columns.appendIdentities(to: &identities, arena: arena)
      #expect(identities == rows.map(\.identity) && columns.count == rows.count)
      try columns.forEachThread { thread in
        #expect(try columns.vendor(of: thread) == rows[thread.rows.lowerBound].vendor)
        #expect(columns.customer(of: thread) == rows[thread.rows.lowerBound].customer)
        for row in thread.rows {
          let glance = try columns.glance(row)
          #expect(rows[row].thread == thread.hash && glance.at == rows[row].at)
          #expect(glance.direction == rows[row].direction && glance.kind == rows[row].kind)
          #expect(glance.isAnswer == rows[row].isAnswer)
          #expect(glance.isOfAnotherCustomer == (rows[row].customer != columns.customer(of: thread)))
        }
      }
    }
  }

  @Test(arguments: 1...3)
  func chosenResponsesAreDecodedAsAllAre(divisor: UInt32) throws {
    let folder = TemporaryFolder()
    let (plan, readers) = try LedgerFixture.plan(
      [LedgerFixture.ledger(LedgerFixture.answers(600, seed: 6)).bytes], in: folder)
    let reader = try FactReader(readers[0], plan: plan)
    for bucket in 0..<Bucket.count {
      guard let columns = try reader.responses(of: bucket) else { continue }
      var (all, some, identities) = ([Response](), [Response](), [Hash128]())
      try columns.append(to: &all, arena: arena)
      let chosen = (0..<UInt32(all.count)).filter { $0 % divisor == 0 }
      try columns.append(chosen, to: &some, arena: arena)
      #expect(texts(some) == texts(chosen.map { all[Int($0)] }))
      try columns.appendIdentities(to: &identities, arena: arena)
      #expect(identities == all.map(\.identity))
      try columns.forEachMoment { key, moments in
        #expect(key.vendor == all[key.row].vendor && key.customer == all[key.row].customer)
        #expect(moments.respondedAt == all[key.row].respondedAt && moments.invitedAt == all[key.row].invitedAt)
      }
    }
  }

  /// Everything that rows hold, people included.
  private func texts(_ rows: [some Fact]) -> [String] {
    rows.map { String(decoding: $0.serialisation, as: UTF8.self) + " \($0.identity)" }
  }
}
