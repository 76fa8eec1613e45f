import RequiteDocuments
import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct LedgerRedactionTests {
  private let folder = TemporaryFolder()
  private let somebody = Pseudonym(high: 11, low: 7)

  private func without(_ forgotten: LedgerRedaction.Forgotten?, _ ledger: [UInt8]) throws -> ([UInt8], Int64) {
    let reader = try LedgerReader(path: folder.write(ledger, to: "a.ledger"))
    let sink = ByteCollector()
    let rows = try LedgerRedaction(reader).write(without: forgotten, directory: folder.path, to: sink)
    if let forgotten { #expect(try LedgerRedaction(reader).count(of: forgotten) == rows) }
    return (sink.bytes, rows)
  }

  @Test func withoutNobodyALedgerKeepsItsBytes() throws {
    for ledger in [
      try LedgerFixture.ledger(LedgerFixture.events(700, seed: 3)).bytes,
      try LedgerFixture.ledger(LedgerFixture.answers(700, seed: 4)).bytes,
      try LedgerFixture.ledger(LedgerFixture.revenues(700, seed: 5)).bytes,
    ] {
      #expect(try without(nil, ledger) == (ledger, 0))
    }
  }

  @Test func aLedgerWithoutACustomerIsTheLedgerOfTheOthers() throws {
    var events = LedgerFixture.events(700, seed: 6)
    events[0].row.at = 1_800_000_000
    events[0].row.customer = Pseudonym(high: 50, low: 7)
    let others = events.filter { $0.row.customer != somebody }
    let (bytes, rows) = try without(.init(customer: somebody), LedgerFixture.ledger(events).bytes)
    #expect(rows == Int64(events.count - others.count) && rows != 0)
    #expect(try bytes == LedgerFixture.ledger(others).bytes)
  }

  @Test func aMarkOfConflictOutlivesTheRowItWasInConflictWith() throws {
    var events = LedgerFixture.events(60, seed: 9)
    events[1].row.vendor = events[0].row.vendor
    events[1].row.thread = events[0].row.thread
    events[1].id = events[0].id
    events[1].row.at = events[0].row.at + 1
    let (ledger, summary) = try LedgerFixture.ledger(events)
    #expect(summary.duplicates == 1)
    #expect(try without(nil, ledger) == (ledger, 0))
    let revenues = LedgerFixture.revenues(60, seed: 10)
    var again = revenues[0]
    again.amountMinor += again.amountMinor == Revenue.amounts.upperBound ? -1 : 1
    let revenue = try LedgerFixture.ledger(revenues + [again]).bytes
    #expect(try without(nil, revenue) == (revenue, 0))
  }

  @Test func onlyTheVendorThatWasToldForgets() throws {
    let answers = LedgerFixture.answers(700, seed: 7)
    let acme = UInt32(LedgerFixture.dictionaries.vendors.firstIndex(of: "acme")!)
    let others = answers.filter { $0.row.customer != somebody || $0.row.vendor != acme }
    let (bytes, rows) = try without(
      .init(customer: somebody, vendor: "acme"), LedgerFixture.ledger(answers).bytes)
    #expect(rows == Int64(answers.count - others.count) && rows != 0)
    let expected = try LedgerReader(path: folder.write(LedgerFixture.ledger(others).bytes, to: "b.ledger"))
    let found = try LedgerReader(path: folder.write(bytes, to: "c.ledger"))
    #expect(found.footer.rows == expected.footer.rows)
    #expect(found.footer.buckets == expected.footer.buckets)
  }

  @Test func theLatestTimeOutlivesItsRow() throws {
    var answers = LedgerFixture.answers(50, seed: 8)
    answers[0].row.respondedAt = 1_800_000_000
    answers[0].row.customer = somebody
    let (bytes, _) = try without(.init(customer: somebody), LedgerFixture.ledger(answers).bytes)
    let reader = try LedgerReader(path: folder.write(bytes, to: "b.ledger"))
    #expect(reader.footer.latest?.seconds == 1_800_000_000)
  }

  @Test func responsesOnEveryScaleAreCopied() throws {
    var answers = LedgerFixture.answers(90, seed: 11)
    for index in answers.indices { answers[index].row.scale = UInt32(index % LedgerFixture.dictionaries.scales.count) }
    let ledger = try LedgerFixture.ledger(answers).bytes
    #expect(try without(nil, ledger) == (ledger, 0))
  }

  /// No response goes missing because nobody knows what its scale is.
  @Test func aScaleThatIsNoneStopsTheCopy() throws {
    var dictionaries = LedgerFixture.dictionaries
    dictionaries.scales[0] = "good to bad"
    let ledger = try LedgerFixture.ledger(LedgerFixture.answers(50, seed: 12), dictionaries: dictionaries).bytes
    #expect(throws: DocumentFailure.meaningless("a.ledger", field: "scale")) { try without(nil, ledger) }
  }
}
