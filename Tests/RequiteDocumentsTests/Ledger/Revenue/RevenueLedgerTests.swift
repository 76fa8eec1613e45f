import RequiteDocuments
import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct RevenueLedgerTests {
  /// All rows of a ledger, with the bucket each stands in.
  private func rows(_ reader: LedgerReader, _ plan: Plan) throws -> [(bucket: Int, row: Revenue)] {
    try (0..<Bucket.count).flatMap { bucket in
      try reader.revenues(bucket: bucket, plan: plan).map { (bucket, $0) }
    }
  }

  @Test(arguments: [0, 1, 2, 500])
  func revenueComesBackAsItWent(_ count: Int) throws {
    let folder = TemporaryFolder()
    let staged = LedgerFixture.revenues(count, seed: 1)
    let (bytes, summary) = try LedgerFixture.ledger(staged)
    let (plan, readers) = try LedgerFixture.plan([bytes], in: folder)
    var found: [Hash128: Revenue] = [:]
    for (bucket, row) in try rows(readers[0], plan) {
      #expect(row.customer.bucket(vendor: Hash128(plan.vendors[Int(row.vendor)])) == bucket)
      found[row.identity] = row
    }
    #expect(found.count == count && summary.accepted == Int64(count) && summary.duplicates == 0)
    for row in staged {
      let vendor = LedgerFixture.dictionaries.vendors[Int(row.vendor)]
      let identity = Revenue.identity(vendor: Hash128(vendor), customer: row.customer, year: row.year)
      let read = try #require(found[identity])
      #expect(plan.vendors[Int(read.vendor)] == vendor)
      #expect(read.customer == row.customer && read.year == row.year && read.amountMinor == row.amountMinor)
      #expect(read.acquiredBy.code == row.acquiredBy && !read.conflicts)
    }
  }

  @Test func theOrderOfRowsLeavesNoTrace() throws {
    var random = SplitMix64(seed: 2)
    let staged = LedgerFixture.revenues(300, seed: 2)
    let bytes = try LedgerFixture.ledger(staged).bytes
    #expect(try LedgerFixture.ledger(staged.shuffled(using: &random)).bytes == bytes)
  }

  @Test(arguments: [1, 1000, 20_000])
  func littleMemoryGivesTheSameBytes(_ memoryLimit: Int) throws {
    let staged = LedgerFixture.revenues(300, seed: 3)
    #expect(
      try LedgerFixture.ledger(staged, memoryLimit: memoryLimit).bytes == LedgerFixture.ledger(staged).bytes)
  }

  @Test func theSameRowTwiceCountsOnceAndIsNoConflict() throws {
    let folder = TemporaryFolder()
    let staged = LedgerFixture.revenues(40, seed: 4)
    let (bytes, summary) = try LedgerFixture.ledger(staged + staged.prefix(7))
    #expect(summary.accepted == 40 && summary.duplicates == 7)
    #expect(try bytes == LedgerFixture.ledger(staged).bytes)
    let (plan, readers) = try LedgerFixture.plan([bytes], in: folder)
    #expect(try rows(readers[0], plan).allSatisfy { !$0.row.conflicts })
  }

  @Test func rowsOfOneYearThatDisagreeAreAConflictThatTheLeastSettles() throws {
    let folder = TemporaryFolder()
    var row = LedgerFixture.revenues(1, seed: 5)[0]
    row.amountMinor = 300
    var other = row
    other.amountMinor = 2000
    for order in [[row, other], [other, row, other]] {
      let (bytes, summary) = try LedgerFixture.ledger(order)
      #expect(summary.accepted == 1 && summary.duplicates == Int64(order.count - 1))
      let (plan, readers) = try LedgerFixture.plan([bytes], in: folder)
      let read = try rows(readers[0], plan).map(\.row)
      // By bytes, 2000 comes before 300.
      #expect(read.map(\.amountMinor) == [2000] && read.map(\.conflicts) == [true])
    }
  }

  @Test func everyFlippedByteIsNoticed() throws {
    let folder = TemporaryFolder()
    let bytes = try LedgerFixture.ledger(LedgerFixture.revenues(40, seed: 6)).bytes
    let (plan, readers) = try LedgerFixture.plan([bytes], in: folder)
    var random = SplitMix64(seed: 6)
    for _ in 0..<200 {
      var damaged = bytes
      damaged[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      let path = folder.write(damaged, to: "damaged")
      #expect(throws: DocumentFailure.self) {
        let reader = try LedgerReader(path: path)
        guard reader.digest == readers[0].digest else { throw DocumentFailure.damaged("digest") }
        _ = try rows(reader, plan)
      }
    }
  }

  @Test func ledgersOfOtherKindsHoldNoRevenue() throws {
    let folder = TemporaryFolder()
    let ledgers = try [LedgerFixture.ledger(LedgerFixture.answers(30, seed: 7)).bytes]
    let (plan, readers) = try LedgerFixture.plan(ledgers, in: folder)
    #expect(try rows(readers[0], plan).isEmpty)
  }
}
