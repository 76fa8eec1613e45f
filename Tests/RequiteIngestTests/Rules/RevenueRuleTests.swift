import RequiteModel
import Testing

/// One row with one field changed, and the rule it must break; `nil` for a row that must be accepted.
@Suite struct RevenueRuleTests {
  static let sound: [(String, String)] = [
    ("vendor_id", "acme"), ("customer_id", "ann"), ("period", "2025"), ("amount_minor", "125000"),
    ("acquired_by", "earned"),
  ]

  static let cases: [(changes: [String: String], rule: String?)] = [
    ([:], nil),
    (["vendor_id": ""], "vendor_id.empty"),
    (["vendor_id": "a\nb"], "vendor_id.control"),
    (["customer_id": ""], "customer_id.empty"),
    (["customer_id": "a\u{0}"], "customer_id.control"),
    (["customer_id": String(repeating: "c", count: 513)], "customer_id.too-long"),
    (["period": ""], "period.format"),
    (["period": "1900"], nil),
    (["period": "9999"], nil),
    (["period": "1899"], "period.format"),
    (["period": "-202"], "period.format"),
    (["period": "025"], "period.format"),
    (["period": "02025"], "period.format"),
    (["period": "2025-01"], "period.format"),
    (["period": "202 "], "period.format"),
    (["period": "٢٠٢٥"], "period.format"),
    (["amount_minor": ""], "amount_minor.format"),
    (["amount_minor": "0"], nil),
    (["amount_minor": "-125000"], nil),
    (["amount_minor": "1000000000000000"], nil),
    (["amount_minor": "-1000000000000000"], nil),
    (["amount_minor": "1000000000000001"], "amount_minor.format"),
    (["amount_minor": "-1000000000000001"], "amount_minor.format"),
    (["amount_minor": "12.50"], "amount_minor.format"),
    (["amount_minor": "12,50"], "amount_minor.format"),
    (["amount_minor": "+5"], "amount_minor.format"),
    (["amount_minor": "1e3"], "amount_minor.format"),
    (["acquired_by": ""], nil),
    (["acquired_by": "bought"], nil),
    (["acquired_by": "Earned"], "acquired_by.unknown"),
    (["acquired_by": "paid"], "acquired_by.unknown"),
  ]

  @Test(arguments: cases.indices)
  func aChangedFieldBreaksItsRule(_ index: Int) throws {
    let (changes, rule) = Self.cases[index]
    let header = Self.sound.map(\.0).joined(separator: ",")
    let row = Self.sound.map { "\"\((changes[$0.0] ?? $0.1))\"" }.joined(separator: ",")
    let dump = try ReadDump.read("\(header)\n\(row)\n", name: "revenue-2026-03-01.csv")
    #expect(dump.reading.rules == (rule.map { [$0: 1] } ?? [:]), "\(changes)")
    #expect(dump.sink.revenues.count == (rule == nil ? 1 : 0))
  }

  @Test func everyFieldArrives() throws {
    let text = """
      acquired_by,amount_minor,period,customer_id,vendor_id
      bought,-70,2024,ann,acme
      ,900,2025,bob,bolt
      earned,3,2025,ann,acme

      """
    let rows = try ReadDump.read(text, name: "revenue-2026-03-01.csv").sink.revenues
    #expect(rows.map(\.vendor) == [0, 1, 0])
    #expect(rows.map(\.year) == [2024, 2025, 2025])
    #expect(rows.map(\.amountMinor) == [-70, 900, 3])
    #expect(rows.map { Acquisition(code: $0.acquiredBy) } == [.bought, .notStated, .earned])
    #expect(rows[0].customer == rows[2].customer && rows[0].customer != rows[1].customer)
  }

  @Test func acquiredByMayBeLeftOutAndJSONLinesGiveTheSameRows() throws {
    let csv = try ReadDump.read(
      "vendor_id,customer_id,period,amount_minor\nacme,ann,2025,-70\n", name: "revenue-1.csv")
    let json = try ReadDump.read(
      "{\"vendor_id\":\"acme\",\"customer_id\":\"ann\",\"period\":2025,\"amount_minor\":-70,\"acquired_by\":null}\n",
      name: "revenue-1.jsonl")
    for dump in [csv, json] {
      #expect(dump.sink.revenues.map(\.acquiredBy) == [Acquisition.notStated.code])
      #expect(dump.sink.revenues.map(\.amountMinor) == [-70])
    }
    #expect(csv.sink.revenues[0].customer == json.sink.revenues[0].customer)
  }

  @Test func aCustomerHasTheSamePseudonymInEveryKindOfDump() throws {
    let revenue = try ReadDump.read("vendor_id,customer_id,period,amount_minor\na,ann,2025,1\n", name: "revenue-1.csv")
    let erasures = try ReadDump.read("customer_id\nann\n", name: "erasures-1.csv")
    #expect(revenue.sink.revenues[0].customer == erasures.sink.erasures[0].customer)
  }

  @Test func aRowGoesToTheBucketOfItsVendorAndCustomer() throws {
    let dump = try ReadDump.read(
      "vendor_id,customer_id,period,amount_minor\nacme,ann,2024,1\nacme,ann,2025,1\n", name: "revenue-1.csv")
    let bucket = dump.sink.revenues[0].customer.bucket(vendor: Hash128("acme"))
    #expect(dump.sink.buckets == [bucket, bucket])
  }

  @Test func dimensionsAreNotLookedForInRevenue() throws {
    let dump = try ReadDump.read(
      "vendor_id,customer_id,period,amount_minor,region\nacme,ann,2025,1,\u{7}\n", name: "revenue-1.csv",
      attributes: ["region"])
    #expect(dump.reading.rules == [:])
    #expect(dump.reading.dictionaries.levels == [])
  }
}
