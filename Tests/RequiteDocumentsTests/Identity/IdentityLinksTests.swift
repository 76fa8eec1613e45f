import RequiteDocuments
import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct IdentityLinksTests {
  private let folder = TemporaryFolder()

  /// A person, known by the letters of a name.
  private func id(_ name: String) -> Pseudonym {
    let hash = Hash128(name)
    return Pseudonym(high: hash.high, low: hash.low)
  }

  private func row(_ key: String, _ customer: String, written: String? = nil) -> CrosswalkRow {
    CrosswalkRow(
      written: written.map(id) ?? .none, plain: id(key), typed: id("email:\(key)"), customer: id(customer))
  }

  private func ledger(_ rows: [CrosswalkRow], _ name: String = "a") throws -> LedgerReader {
    let builder = LedgerBuilder(kind: .crosswalk, attributes: ["plan"], directory: folder.path, memoryLimit: 4096)
    for row in rows { try builder.append(row) }
    let sink = ByteCollector()
    let summary = try builder.finish(dictionaries: RowDictionaries(), to: sink)
    #expect(summary.accepted == Int64(Set(rows).count))
    #expect(summary.accepted + summary.duplicates == Int64(rows.count))
    return try LedgerReader(path: folder.write(sink.bytes, to: "\(name).ledger"))
  }

  private func links(_ rows: [CrosswalkRow]) throws -> IdentityLinks {
    try #require(try IdentityLinks([ledger(rows)]))
  }

  @Test func everySpellingOfAKeyIsThePerson() throws {
    let links = try links([row("ann@x", "C-1", written: "Ann@X"), row("49301", "C-1"), row("bob@x", "C-2")])
    for key in ["ann@x", "Ann@X", "email:ann@x", "49301", "C-1"] {
      #expect(links.person(of: id(key)) == id("C-1"), "\(key)")
      #expect(links.standing(of: id(key)) == .linked)
    }
    #expect(links.person(of: id("bob@x")) == id("C-2"))
    #expect(links.person(of: id("zoe@x")) == id("zoe@x"))
    #expect(links.standing(of: id("zoe@x")) == .unknown)
    let all = Set(["ann@x", "Ann@X", "email:ann@x", "49301", "email:49301", "C-1"].map(id))
    #expect(links.ids(of: id("49301")) == all)
    #expect(links.ids(of: id("C-1")) == all)
    #expect(links.ids(of: id("zoe@x")) == [id("zoe@x")])
  }

  @Test func aKeyOfTwoPersonsIsNobodysButItsOwn() throws {
    let links = try links([row("office@x", "C-1"), row("office@x", "C-2"), row("ann@x", "C-1")])
    #expect(links.person(of: id("office@x")) == id("office@x"))
    #expect(links.standing(of: id("office@x")) == .disputed)
    #expect(links.person(of: id("ann@x")) == id("C-1"))
    #expect(!links.ids(of: id("C-1")).contains(id("office@x")))
  }

  @Test func aPersonWhoIsCalledAKeyOfAnotherStaysAPerson() throws {
    let links = try links([row("99", "17"), row("17", "C-3"), row("C-3", "C-3")])
    #expect(links.person(of: id("99")) == id("17"))
    #expect(links.person(of: id("17")) == id("17"))
    #expect(links.standing(of: id("17")) == .disputed)
    // With its kind before it the key is no person's own id, and stands for whom its line says.
    #expect(links.person(of: id("email:17")) == id("C-3"))
    #expect(links.standing(of: id("C-3")) == .linked)
  }

  @Test func theOrderOfLinesAndTheirDivisionDoNotMatter() throws {
    var random = SplitMix64(seed: 3)
    let rows = (0..<400).map { _ in
      row("k\(Int.random(in: 0..<200, using: &random))", "k\(Int.random(in: 0..<250, using: &random))")
    }
    let shuffled = rows.shuffled(using: &random)
    #expect(try ledger(rows).digest == ledger(shuffled + rows.prefix(9), "b").digest)
    let parts = [try ledger(Array(shuffled.prefix(150)), "c"), try ledger(Array(shuffled.suffix(260)), "d")]
    let (one, other) = (try links(rows), try #require(try IdentityLinks(parts)))
    for key in (0..<250).map({ id("k\($0)") }) {
      #expect(one.person(of: key) == other.person(of: key))
      #expect(one.standing(of: key) == other.standing(of: key))
      // Whoever is meant means themselves: there are no chains.
      #expect(one.person(of: one.person(of: key)) == one.person(of: key))
    }
    #expect(one.digest != other.digest)
  }

  @Test func withoutACrosswalkThereAreNoLinks() throws {
    let events = try LedgerFixture.ledger(LedgerFixture.events(5, seed: 1)).bytes
    let reader = try LedgerReader(path: folder.write(events, to: "events.ledger"))
    #expect(try IdentityLinks([reader]) == nil)
  }

  @Test func aForgottenPersonLeavesTheCrosswalk() throws {
    let reader = try ledger([row("ann@x", "C-1"), row("49301", "C-1"), row("bob@x", "C-2")])
    let sink = ByteCollector()
    let forgotten = LedgerRedaction.Forgotten(customer: id("ann@x"), ids: [id("C-1"), id("49301")])
    #expect(try LedgerRedaction(reader).write(without: forgotten, directory: folder.path, to: sink) == 2)
    let rest = try LedgerReader(path: folder.write(sink.bytes, to: "rest.ledger"))
    #expect(rest.digest == (try ledger([row("bob@x", "C-2")], "bob").digest))
    let byOne = LedgerRedaction.Forgotten(customer: id("ann@x"), vendor: "acme")
    #expect(try LedgerRedaction(reader).count(of: byOne) == 0)
  }
}
