import RequiteFormats
import RequiteIngest
import RequiteModel
import RequiteTestSupport
import Testing

/// Rows wait for their people a few at a time: none may get lost, change places or keep the text of another.
@Suite struct WaitingRowsTests {
  private static let key = PseudonymKey(bytes: Array(0..<32))

  private static func pseudonyms(_ label: String, _ ids: [String]) -> [Pseudonym] {
    let people = Pseudonymizer(key: key, label: label, capacity: 4)
    return ids.map { id in id.isEmpty ? .none : Array(id.utf8).withField { people.pseudonym(of: $0) } }
  }

  /// Every fifth row is set aside, ids differ in length, and pieces end within rows.
  @Test(arguments: [0, 1, 7, 8, 9, 16, 100], [100, 1000, 1 << 18])
  func eventsComeWholeAndInOrder(_ count: Int, _ chunkSize: Int) throws {
    let numbers = Array(0..<count)
    let customers = numbers.map { "customer \(String(repeating: "x", count: $0 % 30))\($0)" }
    let agents = numbers.map { $0 % 3 == 0 ? "" : $0 % 3 == 1 ? "unknown:\($0)" : "agent \($0)" }
    var text = "event_id,thread_id,vendor_id,customer_id,at,channel,direction,kind,agent_id,region\n"
    for number in numbers {
      let kind = number % 5 == 4 ? "no kind" : "message"
      text += "\"e\(number)\",t,acme,\(customers[number]),2026-03-01T10:00:00Z,email,in,\(kind),\(agents[number]),"
      text += "r\(number % 7)\n"
    }
    let dump = try ReadDump.read(
      Array(text.utf8), name: "interactions-2026-03-01.csv", attributes: ["region"], chunkSize: chunkSize)
    let accepted = numbers.filter { $0 % 5 != 4 }
    #expect(dump.sink.ids == accepted.map { "e\($0)" })
    #expect(dump.sink.interactions.map(\.customer) == Self.pseudonyms("customer", accepted.map { customers[$0] }))
    let known = Self.pseudonyms("agent", accepted.map { agents[$0] })
    #expect(
      dump.sink.interactions.map(\.agent) == zip(accepted, known).map { $0 % 3 == 1 ? .unknown : $1 })
    let regions = dump.reading.dictionaries.levels.first ?? []
    #expect(dump.sink.levels.map { $0.map { regions[Int($0)] } } == accepted.map { ["r\($0 % 7)"] })
    #expect(dump.reading.read == Int64(count))
    #expect(dump.reading.quarantined == Int64(count - accepted.count))
  }

  /// JSON texts with escapes lie in memory that the next row takes.
  @Test(arguments: [0, 1, 8, 9, 50], [100, 1 << 18])
  func responsesComeWholeAndInOrder(_ count: Int, _ chunkSize: Int) throws {
    let numbers = Array(0..<count)
    let text = numbers.map { number in
      """
      {"response_id":"r\\u002d\(number)","vendor_id":"acme","customer_id":"c\\u002d\(number)","instrument":"nps",\
      "scale":"0-10","score":\(number % 11),"responded_at":"2026-03-01T10:00:00Z",\
      "account_id":\(number % 2 == 0 ? "\"\"" : "\"a\\u002d\(number)\"")}

      """
    }.joined()
    let dump = try ReadDump.read(Array(text.utf8), name: "surveys-2026-03-01.jsonl", chunkSize: chunkSize)
    #expect(dump.sink.ids == numbers.map { "r-\($0)" })
    #expect(dump.sink.responses.map(\.customer) == Self.pseudonyms("customer", numbers.map { "c-\($0)" }))
    let accounts = numbers.map { $0 % 2 == 0 ? "" : "a-\($0)" }
    #expect(dump.sink.responses.map(\.account) == Self.pseudonyms("account", accounts))
    #expect(dump.sink.responses.map(\.score) == numbers.map { Int64($0 % 11) })
    let vendor = Hash128("acme")
    #expect(dump.sink.buckets == dump.sink.responses.map { $0.customer.bucket(vendor: vendor) })
  }
}
