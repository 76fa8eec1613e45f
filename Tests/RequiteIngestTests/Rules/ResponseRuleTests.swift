import Testing

/// One row with one field changed, and the rule it must break; `nil` for a row that must be accepted.
@Suite struct ResponseRuleTests {
  static let sound: [(String, String)] = [
    ("response_id", "r1"), ("vendor_id", "acme"), ("customer_id", "ann"), ("account_id", ""), ("instrument", "nps"),
    ("scale", "0-10"), ("score", "9"), ("votes", ""), ("weight", ""), ("stratum", ""), ("status", ""),
    ("responded_at", "2026-03-01T10:00:00Z"), ("invited_at", "2026-03-01T09:00:00Z"), ("revision", ""),
  ]

  static let cases: [(changes: [String: String], rule: String?)] = [
    ([:], nil),
    (["response_id": ""], "response_id.empty"),
    (["vendor_id": ""], "vendor_id.empty"),
    (["customer_id": ""], "customer_id.empty"),
    (["response_id": "r\u{7}1"], "response_id.control"),
    (["customer_id": String(repeating: "x", count: 512)], nil),
    (["customer_id": String(repeating: "x", count: 513)], "customer_id.too-long"),
    (["customer_id": "josé 👍"], nil),
    (["account_id": "\u{1B}[31m"], "account_id.control"),
    (["instrument": ""], "instrument.empty"),
    (["instrument": "NPS"], "instrument.unknown"),
    (["scale": "10-0"], "scale.format"),
    (["scale": "0-0"], "scale.format"),
    (["scale": ""], "scale.empty"),
    (["scale": "0-99999999999"], "scale.format"),
    (["scale": "net"], "scale.format"),
    (["score": "10"], nil),
    (["score": "11"], "score.range"),
    (["score": "-1"], "score.range"),
    (["score": "8.5"], "score.format"),
    (["score": "9,5"], "score.format"),
    (["score": "+9"], "score.format"),
    (["score": " 9"], "score.format"),
    (["score": "NaN"], "score.format"),
    (["score": "0x9"], "score.format"),
    (["score": "٩"], "score.format"),
    (["score": "=9+1"], "score.format"),
    (["score": String(repeating: "9", count: 40)], "score.format"),
    (["score": ""], "score.missing"),
    (["score": "", "status": "no_score"], nil),
    (["score": "", "status": "refused"], nil),
    (["score": "", "responded_at": ""], nil),
    (["score": "", "responded_at": "", "invited_at": ""], nil),
    (["responded_at": ""], "responded_at.empty"),
    (["responded_at": "2026-03-01T08:59:59Z"], "responded_at.before-invited"),
    (["weight": "1.25"], nil),
    (["weight": "1000"], nil),
    (["weight": "1000.000001"], "weight.range"),
    (["weight": "0"], "weight.range"),
    (["weight": "-1"], "weight.range"),
    (["weight": "0.0000001"], "weight.format"),
    (["weight": "1e3"], "weight.format"),
    (["weight": "1."], "weight.format"),
    (["weight": ".5"], "weight.format"),
    (["weight": "inf"], "weight.format"),
    (["status": "done"], "status.unknown"),
    (["revision": "3"], nil),
    (["revision": "-3"], "revision.format"),
    (["revision": "three"], "revision.format"),
    (["instrument": "votes", "scale": "net", "score": "-2", "votes": "4"], nil),
    (["instrument": "votes", "scale": "net", "score": "5", "votes": "4"], "votes.range"),
    (["instrument": "votes", "scale": "net", "score": "1", "votes": "4"], "votes.range"),
    (["instrument": "votes", "scale": "net", "score": "0", "votes": "0"], "votes.range"),
    (["instrument": "votes", "scale": "net", "score": "0", "votes": ""], "votes.format"),
    (["instrument": "votes", "scale": "0-10", "score": "0", "votes": "2"], "scale.format"),
  ]

  @Test(arguments: cases.indices)
  func aChangedFieldBreaksItsRule(_ index: Int) throws {
    let (changes, rule) = Self.cases[index]
    let header = Self.sound.map(\.0).joined(separator: ",")
    let row = Self.sound.map { "\"\((changes[$0.0] ?? $0.1))\"" }.joined(separator: ",")
    let dump = try ReadDump.read("\(header)\n\(row)\n", name: "surveys-2026-03-01.csv")
    #expect(dump.reading.rules == (rule.map { [$0: 1] } ?? [:]), "\(changes)")
    #expect(dump.sink.responses.count == (rule == nil ? 1 : 0))
    #expect(dump.reading.refusal == nil)
  }

  @Test(arguments: ["test", "spam"])
  func trialsAndSpamAreFilteredBeforeAnythingElseIsChecked(_ status: String) throws {
    let text = """
      response_id,vendor_id,customer_id,instrument,scale,score,responded_at,status
      r1,,,nps,0-10,99,never,\(status)

      """
    let dump = try ReadDump.read(text, name: "surveys-1.csv")
    #expect(dump.reading.filtered == 1)
    #expect(dump.reading.rules == ["status.\(status)": 1])
    #expect(dump.sink.responses.isEmpty)
  }
}
