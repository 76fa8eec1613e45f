import Testing

/// One row with one field changed, and the rule it must break; `nil` for a row that must be accepted.
@Suite struct InteractionRuleTests {
  static let sound: [(String, String)] = [
    ("event_id", "e1"), ("thread_id", "t1"), ("vendor_id", "acme"), ("customer_id", "ann"),
    ("at", "2026-03-01T10:00:00Z"), ("channel", "email"), ("direction", "out"), ("kind", "promise"),
    ("agent_id", "kim"),
    ("due_at", "2026-03-02T10:00:00Z"), ("value", ""), ("public", ""), ("revision", ""),
  ]

  static let cases: [(changes: [String: String], rule: String?)] = [
    ([:], nil),
    (["event_id": ""], "event_id.empty"),
    (["thread_id": ""], "thread_id.empty"),
    (["thread_id": "a\nb"], "thread_id.control"),
    (["channel": ""], "channel.empty"),
    (["channel": "mail\u{0}"], "channel.control"),
    (["direction": "sideways"], "direction.unknown"),
    (["direction": ""], "direction.empty"),
    (["direction": "internal"], nil),
    (["kind": "Message"], "kind.unknown"),
    (["kind": "survey_followup"], nil),
    (["at": ""], "at.format"),
    (["at": "2026-03-01T10:00:00"], "at.format"),
    (["at": "2026-03-01 10:00:00Z"], "at.format"),
    (["at": "2026-03-01T10:00:00+01:00"], nil),
    (["at": "2026-03-01t10:00:00.123456z"], nil),
    (["at": "2026-03-01T10:00:00-00:00"], nil),
    (["at": "2026-02-30T10:00:00Z"], "at.format"),
    (["at": "2026-03-01T24:00:00Z"], "at.format"),
    (["at": "2026-06-30T23:59:60Z"], "at.format"),
    (["at": "2026-03-01T10:00:00+25:00"], "at.format"),
    (["at": "1772359200"], nil),
    (["at": "17723592000000"], "at.format"),
    (["at": "yesterday"], "at.format"),
    (["at": "03/01/2026 10:00"], "at.format"),
    (["at": "2026-03-03T00:00:00Z", "due_at": ""], nil),
    (["at": "2026-03-03T00:00:01Z", "due_at": ""], "time.future"),
    (["due_at": "soon"], "due_at.format"),
    (["due_at": "2026-03-01T09:59:59Z"], "due_at.before-at"),
    (["kind": "fulfilled", "due_at": "2026-03-01T09:59:59Z"], nil),
    (["value": "-4"], nil),
    (["value": "12.5"], nil),
    (["value": "1,5"], "value.format"),
    (["value": "1234567890123"], "value.format"),
    (["public": "true"], nil),
    (["public": "maybe"], "public.format"),
    (["agent_id": ""], nil),
    (["agent_id": "k\u{8}"], "agent_id.control"),
  ]

  @Test(arguments: cases.indices)
  func aChangedFieldBreaksItsRule(_ index: Int) throws {
    let (changes, rule) = Self.cases[index]
    let header = Self.sound.map(\.0).joined(separator: ",")
    let row = Self.sound.map { "\"\((changes[$0.0] ?? $0.1))\"" }.joined(separator: ",")
    let dump = try ReadDump.read("\(header)\n\(row)\n", name: "interactions-2026-03-01.csv")
    #expect(dump.reading.rules == (rule.map { [$0: 1] } ?? [:]), "\(changes)")
    #expect(dump.sink.interactions.count == (rule == nil ? 1 : 0))
  }

  @Test func robotsAreToldByTheirPrefix() throws {
    let text = """
      event_id,thread_id,vendor_id,customer_id,at,channel,direction,kind,agent_id
      e1,t,v,c,2026-03-01T10:00:00Z,chat,out,message,bot:greeter
      e2,t,v,c,2026-03-01T10:00:01Z,chat,out,message,bottom
      e3,t,v,c,2026-03-01T10:00:02Z,chat,out,message,

      """
    let dump = try ReadDump.read(text, name: "interactions-2026-03-01.csv")
    #expect(dump.sink.interactions.map(\.isAutomated) == [true, false, false])
    #expect(dump.sink.interactions[2].agent == .none)
  }
}
