import RequiteDocuments
import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct ErasuresTests {
  private let folder = TemporaryFolder()
  private let ann = Pseudonym(high: 1, low: 7)
  private let bob = Pseudonym(high: 2, low: 7)

  /// A ledger of erasures; vendor 0 is every vendor, 1 is `acme`.
  private func ledger(_ rows: [ErasureRow]) throws -> [UInt8] {
    var dictionaries = RowDictionaries()
    dictionaries.vendors = ["", "acme"]
    let builder = LedgerBuilder(kind: .erasures, attributes: ["plan"], directory: folder.path)
    for row in rows { try builder.append(row) }
    let sink = ByteCollector()
    _ = try builder.finish(dictionaries: dictionaries, to: sink)
    return sink.bytes
  }

  @Test func oneVendorOrAllForgetACustomer() throws {
    let erasures = try ledger([ErasureRow(vendor: 1, customer: ann), ErasureRow(vendor: 0, customer: bob)])
    let revenue = try LedgerFixture.ledger(LedgerFixture.revenues(60, seed: 1)).bytes
    let (plan, readers) = try LedgerFixture.plan([erasures, revenue], in: folder)
    let forgotten = try Erasures([readers[0]], plan: plan)
    let codes = plan.vendors.indices.map { UInt32($0) }
    #expect(codes.filter { forgotten.contains(ann, vendor: $0) }.map { plan.vendors[Int($0)] } == ["acme"])
    #expect(codes.allSatisfy { forgotten.contains(bob, vendor: $0) })
    #expect(codes.allSatisfy { !forgotten.contains(Pseudonym(high: 3, low: 7), vendor: $0) })
  }
}
