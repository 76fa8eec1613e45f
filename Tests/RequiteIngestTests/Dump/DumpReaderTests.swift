import RequiteFormats
import RequiteIngest
import RequiteModel
import Testing

@Suite struct DumpReaderTests {
  static let header = "event_id,thread_id,vendor_id,customer_id,at,channel,direction,kind\n"

  static func row(_ id: String, thread: String = "t", customer: String = "ann") -> String {
    "\(id),\(thread),acme,\(customer),2026-03-01T10:00:00Z,email,in,message\n"
  }

  @Test func aHeaderAloneIsADumpWithoutRows() throws {
    let dump = try ReadDump.read(Self.header, name: "interactions-1.csv")
    #expect(dump.reading.refusal == nil)
    #expect(dump.reading.read == 0)
    #expect(dump.reading.lines == 1)
    #expect(dump.quarantine.isEmpty)
  }

  @Test func aRowThatBreaksARuleIsListedWithItsPlaceAndNeverItsValue() throws {
    let text = Self.header + Self.row("e1") + Self.row("e2", customer: "") + Self.row("e3")
    let dump = try ReadDump.read(text, name: "interactions-2026-03-01.csv")
    let offset = Self.header.utf8.count + Self.row("e1").utf8.count
    let length = Self.row("e2", customer: "").utf8.count - 1
    #expect(
      dump.quarantine == """
        line,byte_offset,byte_length,rule,field
        3,\(offset),\(length),customer_id.empty,customer_id

        """)
    #expect(dump.reading.read == 3)
    #expect(dump.reading.quarantined == 1)
    #expect(dump.sink.ids == ["e1", "e3"])
  }

  @Test func columnsMayComeInAnyOrderAndUnknownOnesAreNamed() throws {
    let text = """
      kind,direction,channel,at,customer_id,vendor_id,thread_id,event_id,mood,text
      message,in,email,2026-03-01T10:00:00Z,ann,acme,t,e1,cheerful,hello

      """
    let dump = try ReadDump.read(text, name: "interactions-2026-03-01.csv")
    #expect(dump.sink.ids == ["e1"])
    #expect(dump.reading.unknownColumns == ["mood"])
  }

  @Test func attributesBecomeLevels() throws {
    let text = """
      event_id,thread_id,vendor_id,customer_id,at,channel,direction,kind,region
      e1,t,acme,ann,2026-03-01T10:00:00Z,email,in,message,north
      e2,t,acme,ann,2026-03-01T10:00:00Z,email,in,message,
      e3,t,acme,ann,2026-03-01T10:00:00Z,email,in,message,south
      e4,t,acme,ann,2026-03-01T10:00:00Z,email,in,message,north

      """
    let dump = try ReadDump.read(text, name: "interactions-2026-03-01.csv", attributes: ["region"])
    #expect(dump.sink.levels == [[1], [0], [2], [1]])
    #expect(dump.reading.dictionaries.levels == [["", "north", "south"]])
  }

  @Test func manyTextsAreNumberedInOrderOfAppearance() throws {
    let channels = (0..<1000).map { "channel \($0 * 7919 % 600)" }
    let rows = channels.map { "e,t,acme,ann,2026-03-01T10:00:00Z,\($0),in,message\n" }.joined()
    let dump = try ReadDump.read(Self.header + rows, name: "interactions-2026-03-01.csv")
    var names = [""]
    for channel in channels where !names.contains(channel) { names.append(channel) }
    #expect(dump.reading.dictionaries.channels == names)
    #expect(dump.sink.interactions.map { names[Int($0.channel)] } == channels)
  }

  @Test func jsonLinesGiveTheSameRowsAsCSV() throws {
    let csv = Self.header + Self.row("e1") + Self.row("e2", customer: "josé")
    let json = """
      {"kind":"message","direction":"in","channel":"email","at":"2026-03-01T10:00:00Z","customer_id":"ann","vendor_id":"acme","thread_id":"t","event_id":"e1"}
      {"event_id":"e2","thread_id":"t","vendor_id":"acme","customer_id":"jos\\u00e9","at":1772359200,"channel":"\\u0065mail","direction":"in","kind":"message","extra":{"a":[1,2]}}

      """
    let first = try ReadDump.read(csv, name: "interactions-2026-03-01.csv")
    let second = try ReadDump.read(json, name: "interactions-2026-03-01.jsonl")
    #expect(second.reading.rules == [:])
    #expect(first.sink.ids == second.sink.ids)
    for (a, b) in zip(first.sink.interactions, second.sink.interactions) {
      #expect(a.thread == b.thread)
      #expect(a.customer == b.customer)
      #expect(a.at == b.at)
    }
  }

  @Test func aMissingColumnRefusesTheDumpByName() throws {
    let dump = try ReadDump.read("event_id,thread_id,vendor_id,at,channel,direction,kind\n", name: "interactions-1.csv")
    #expect(dump.reading.refusal?.code == "header-missing-column")
    #expect(dump.reading.refusal?.message == "header: missing customer_id")
    #expect(dump.reading.sha256.utf8.count == 64)
  }

  @Test func anotherKindUnderAWrongNameIsRecognised() throws {
    let dump = try ReadDump.read(Self.header + Self.row("e1"), name: "surveys-1.csv")
    #expect(dump.reading.refusal?.code == "wrong-kind")
    #expect(
      dump.reading.refusal?.message == "wrong kind: these are the columns of interactions, the name says surveys")
  }

  @Test(arguments: ["surveys", "interactions"])
  func revenueUnderAWrongNameIsRecognised(_ kind: String) throws {
    let dump = try ReadDump.read("period,vendor_id,customer_id,amount_minor\n", name: "\(kind)-1.csv")
    #expect(
      dump.reading.refusal?.message == "wrong kind: these are the columns of revenue, the name says \(kind)")
  }

  @Test(arguments: [(20, 30, nil), (21, 30, "quarantine-ceiling"), (21, 2100, nil), (22, 2100, "quarantine-ceiling")])
  func moreThanTheCeilingRefusesTheDump(_ bad: Int, _ all: Int, _ refusal: String?) throws {
    let rows = (0..<all).map { Self.row("e\($0)", customer: $0 < bad ? "" : "ann") }.joined()
    let dump = try ReadDump.read(Self.header + rows, name: "interactions-2026-03-01.csv")
    #expect(dump.reading.refusal?.code == refusal)
    #expect(dump.reading.quarantined == Int64(bad))
  }

  @Test func theDigestIsThatOfTheFile() throws {
    let dump = try ReadDump.read(Self.header, name: "interactions-1.csv")
    #expect(dump.reading.sha256 == SHA256Digest.hex(of: Array(Self.header.utf8)))
  }

  @Test func erasuresNameOneVendorOrAll() throws {
    let dump = try ReadDump.read(
      "customer_id,vendor_id\nann,\nbob,acme\n,acme\n", name: "erasures-2026-03-01.csv")
    #expect(dump.reading.rules == ["customer_id.empty": 1])
    #expect(dump.sink.erasures.map(\.vendor) == [0, 1])
    #expect(dump.reading.dictionaries.vendors == ["", "acme"])
  }

  @Test func everyRowIsAccountedFor() throws {
    let text = """
      response_id,vendor_id,customer_id,instrument,scale,score,responded_at,status
      r1,acme,ann,nps,0-10,9,2026-03-01T10:00:00Z,
      r2,acme,ann,nps,0-10,99,2026-03-01T10:00:00Z,
      r3,acme,ann,nps,0-10,9,2026-03-01T10:00:00Z,spam

      r4,acme,ann,nps,0-10,9
      "r5,",acme,ann,nps,0-10,,,

      """
    let dump = try ReadDump.read(text, name: "surveys-2026-03-01.csv")
    let taken = Int64(dump.sink.responses.count) + dump.reading.filtered + dump.reading.quarantined
    #expect(dump.reading.read == 5)
    #expect(taken == 5)
    #expect(dump.reading.rules == ["score.range": 1, "csv.field-count": 1, "status.spam": 1])
  }
}
