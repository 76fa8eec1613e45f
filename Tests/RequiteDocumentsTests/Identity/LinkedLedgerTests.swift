import RequiteDocuments
import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct LinkedLedgerTests {
  private let folder = TemporaryFolder()

  private func reader(_ bytes: [UInt8], _ name: String) throws -> LedgerReader {
    try LedgerReader(path: folder.write(bytes, to: name))
  }

  /// Links every second person of `customers` to the one before.
  private func links(_ customers: [Pseudonym]) throws -> (IdentityLinks, [Pseudonym: Pseudonym]) {
    let builder = LedgerBuilder(kind: .crosswalk, attributes: [], directory: folder.path)
    var targets: [Pseudonym: Pseudonym] = [:]
    for place in stride(from: 1, to: customers.count, by: 2) {
      let (key, customer) = (customers[place], customers[place - 1])
      targets[key] = customer
      try builder.append(CrosswalkRow(written: .none, plain: key, typed: key, customer: customer))
    }
    let sink = ByteCollector()
    _ = try builder.finish(dictionaries: RowDictionaries(), to: sink)
    return (try #require(try IdentityLinks([reader(sink.bytes, "crosswalk.ledger")])), targets)
  }

  @Test func aCopyIsTheLedgerOfThePeople() throws {
    var answers = LedgerFixture.answers(900, seed: 21)
    let original = try reader(LedgerFixture.ledger(answers).bytes, "answers.ledger")
    let (links, targets) = try links(Set(answers.map(\.row.customer)).sorted())
    let linked = try LinkedLedger(original, links: links)
    #expect(try linked.differs())
    let sink = ByteCollector()
    try linked.write(directory: folder.path, to: sink)
    for place in answers.indices {
      answers[place].row.customer = targets[answers[place].row.customer] ?? answers[place].row.customer
    }
    #expect(try sink.bytes == LedgerFixture.ledger(answers).bytes)
  }

  @Test func rowsThatTurnOutToBeOfOneIdentityAllStay() throws {
    var revenues = LedgerFixture.revenues(2, seed: 5)
    revenues[1].vendor = revenues[0].vendor
    revenues[1].year = revenues[0].year
    let original = try reader(LedgerFixture.ledger(revenues).bytes, "revenue.ledger")
    let (links, _) = try links(revenues.map(\.customer))
    let sink = ByteCollector()
    try LinkedLedger(original, links: links).write(directory: folder.path, to: sink)
    let copy = try reader(sink.bytes, "copy.ledger")
    #expect(copy.footer.rows == 2)
    let (plan, _) = try LedgerFixture.plan([sink.bytes], in: folder)
    let rows = try (0..<Bucket.count).flatMap { try copy.revenues(bucket: $0, plan: plan) }
    #expect(Set(rows.map(\.customer)) == [revenues[0].customer])
    #expect(Set(rows.map(\.identity)).count == 1)
  }

  @Test func whatACrosswalkDoesNotTouchNeedsNoCopy() throws {
    let original = try reader(LedgerFixture.ledger(LedgerFixture.answers(50, seed: 2)).bytes, "answers.ledger")
    let (links, _) = try links([Pseudonym(high: 900, low: 1), Pseudonym(high: 901, low: 1)])
    #expect(try !LinkedLedger(original, links: links).differs())
    let index = try LinkedIndex([original], links: links) { _ in "written" }
    #expect(index.copies == [original.digest: original.digest])
    #expect(index.files.isEmpty)
    #expect(try LinkedIndex(document: index.document, name: LinkedIndex.fileName) == index)
  }

  @Test func copiesAndTheirIndexHaveNamesOfTheirOwn() {
    #expect(LinkedIndex.fileName == "linked.json")
    #expect(LinkedIndex.fileName(ofCopy: "5eed") == "linked-5eed.ledger")
    #expect(LinkedIndex.isCopy(LinkedIndex.fileName(ofCopy: "5eed")))
    for name in [LinkedIndex.fileName, "plan.json", "linked-5eed.ledger.new", "surveys-linked-5eed.ledger"] {
      #expect(!LinkedIndex.isCopy(name), "\(name)")
    }
  }

  @Test func copiesOfTheSameCrosswalkAreNotMadeAgain() throws {
    let answers = LedgerFixture.answers(50, seed: 2)
    let original = try reader(LedgerFixture.ledger(answers).bytes, "answers.ledger")
    let (links, _) = try links(Set(answers.map(\.row.customer)).sorted())
    let index = try LinkedIndex([original], links: links) { _ in "digest" }
    #expect(index.files == [original.digest])
    var written = 0
    let write = { (_: LinkedLedger) in
      written += 1
      return "again"
    }
    #expect(try LinkedIndex([original], links: links, earlier: index, write: write) == index)
    let other = LinkedIndex(crosswalk: "other", copies: index.copies)
    let again = try LinkedIndex([original], links: links, earlier: other, write: write)
    #expect(again.copies == [original.digest: "again"])
    #expect(written == 1)
  }
}
