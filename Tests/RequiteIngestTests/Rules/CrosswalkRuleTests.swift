import RequiteIngest
import RequiteModel
import Testing

/// Lines of a crosswalk: which are set aside, and which spellings of a key are one.
@Suite struct CrosswalkRuleTests {
  private func read(_ rows: String) throws -> ReadDump {
    try ReadDump.read("customer_id,value,kind\n\(rows)\n", name: "crosswalk-2026-03-01.csv")
  }

  private func id(_ text: String) -> Pseudonym {
    PseudonymKey(bytes: Array(0..<32)).customer(text)
  }

  @Test(
    arguments: [
      ("C-1,ann@example.org,email", nil), ("C-1, +49 (30) 1234 ,phone", nil),
      (",ann@example.org,email", "customer_id.empty"),
      ("C-1,,email", "value.empty"), ("C-1,ann@example.org,", "kind.empty"), ("C-1,ann@example.org, ", "kind.empty"),
      ("C-1,withheld,phone", "value.format"), ("C-1, ,handle", "value.format"),
      ("C-1,\"a\nb\",handle", "value.control"),
      ("C-1,\(String(repeating: "x", count: 513)),handle", "value.too-long"),
    ] as [(String, String?)])
  func aLineKeepsTheRulesOrIsSetAside(_ row: String, _ rule: String?) throws {
    let dump = try read(row)
    #expect(dump.reading.refusal == nil)
    #expect(dump.reading.rules == (rule.map { [$0: 1] } ?? [:]))
    #expect(dump.sink.crosswalk.count == (rule == nil ? 1 : 0))
  }

  @Test(
    arguments: [
      ("Email", " Ann@Example.ORG ", "Ann@Example.ORG", "ann@example.org", "email:ann@example.org"),
      ("phone", "+49 (30) 12-34", "+49 (30) 12-34", "49301234", "phone:49301234"),
      ("handle", "@Ann", nil, "@Ann", "handle:@Ann"),
      ("contact", "0035A1", nil, "0035A1", "contact:0035A1"),
    ] as [(String, String, String?, String, String)])
  func aKeyIsKnownInAllItsSpellings(
    _ kind: String, _ value: String, _ written: String?, _ plain: String, _ typed: String
  ) throws {
    let dump = try read("C-1,\(value),\(kind)")
    #expect(
      dump.sink.crosswalk == [
        CrosswalkRow(written: written.map(id) ?? .none, plain: id(plain), typed: id(typed), customer: id("C-1"))
      ])
  }

  @Test func withoutItsColumnsADumpIsRefused() throws {
    let dump = try ReadDump.read("kind,value\nemail,ann@example.org\n", name: "crosswalk-1.csv")
    #expect(dump.reading.refusal?.message == "header: missing customer_id")
    let erasures = try ReadDump.read("customer_id\nann\n", name: "crosswalk-1.csv")
    #expect(erasures.reading.refusal?.code == "header-missing-column")
  }
}
