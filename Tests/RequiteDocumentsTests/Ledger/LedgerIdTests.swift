import RequiteDocuments
import RequiteModel
import RequiteTestSupport
import Testing

/// Ids are packed where that gives the same bytes back; here is every form, and what almost has it.
@Suite struct LedgerIdTests {
  private let arena = FactArena()

  /// A kind of ids: how the one of a row with a random number is written.
  struct Shape: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let id: @Sendable (_ row: Int, _ random: UInt64) -> [UInt8]

    init(_ name: String, _ id: @escaping @Sendable (Int, UInt64) -> String) {
      testDescription = name
      self.id = { Array(id($0, $1).utf8) }
    }
  }

  private static func padded(_ number: some BinaryInteger, _ count: Int, radix: Int = 10) -> String {
    let digits = String(number, radix: radix)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }

  private static func uuid(_ row: Int, _ random: UInt64) -> String {
    let digits = padded(random, 16, radix: 16) + padded(UInt64(row) &* random, 16, radix: 16)
    let bounds = [0, 8, 12, 16, 20, 32]
    return zip(bounds, bounds.dropFirst()).map { String(Array(digits)[$0..<$1]) }.joined(separator: "-")
  }

  static let shapes: [Shape] = [
    Shape("padded") { row, _ in "e" + padded(2_955_380 + row * 7919, 10) },
    Shape("digits only") { row, _ in padded(row, 6) },
    Shape("eighteen digits") { row, _ in padded(999_999_999_999_999_999 - row, 18) },
    Shape("nineteen digits") { row, random in padded(row, 4) + padded(random % 1_000_000_000_000_000, 15) },
    Shape("numbers") { row, _ in "event-\(row * 13)" },
    Shape("numbers, some padded") { row, _ in row % 50 == 7 ? "e0\(row)" : "e\(row)" },
    Shape("numbers, one without digits") { row, _ in row == 3 ? "e" : "e\(row)" },
    Shape("even hexadecimal") { row, random in padded(random, 16, radix: 16) + padded(row, 4, radix: 16) },
    Shape("odd hexadecimal") { row, random in padded(random, 16, radix: 16) + padded(row, 5, radix: 16) },
    Shape("upper hexadecimal") { row, random in String(random, radix: 16, uppercase: true) + "-\(row)" },
    Shape("UUID") { uuid($0, $1) },
    Shape("UUID behind a word") { "evt_" + uuid($0, $1) },
    Shape("UUID, some upper") { $0 % 40 == 1 ? uuid($0, $1).uppercased() : uuid($0, $1) },
    Shape("UUID, some without hyphens") { $0 % 40 == 1 ? padded($0, 36, radix: 16) : uuid($0, $1) },
    Shape("words") { row, random in ["é", "a b", "x/y", "R_"][Int(random % 4)] + "\(row)~" },
    Shape("long") { row, random in
      String(repeating: "x", count: 500) + padded(row, 6) + String(repeating: "f", count: Int(random % 7))
    },
  ]

  @Test(arguments: shapes, [1, 2, 700])
  func idsComeBackByteForByte(_ shape: Shape, _ count: Int) throws {
    let folder = TemporaryFolder()
    var random = SplitMix64(seed: UInt64(count))
    var events = LedgerFixture.events(count, seed: 11)
    // All in one thread, hence in one block.
    for row in events.indices {
      events[row].row.thread = events[0].row.thread
      events[row].row.vendor = events[0].row.vendor
      events[row].id = String(decoding: shape.id(row, random.next()), as: UTF8.self)
    }
    let (plan, readers) = try LedgerFixture.plan([LedgerFixture.ledger(events).bytes], in: folder)
    let rows = try readers[0].interactions(bucket: Bucket.of(events[0].row.thread), plan: plan, to: arena)
    let times = Dictionary(uniqueKeysWithValues: rows.map { (String(decoding: $0.id, as: UTF8.self), $0.at.seconds) })
    #expect(times == Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0.row.at) }))
    let vendor = Hash128(LedgerFixture.dictionaries.vendors[Int(events[0].row.vendor)])
    for row in rows {
      #expect(row.identity == row.id.withUnsafeBytes { Hash128($0, seed: vendor) })
    }
  }

  @Test func vendorsMayUseTheSameIds() throws {
    let folder = TemporaryFolder()
    var events = LedgerFixture.events(3, seed: 12)
    for row in events.indices {
      events[row].row.thread = Hash128(high: events[0].row.thread.high, low: UInt64(row))
      events[row].row.vendor = UInt32(row)
      events[row].id = "e1"
    }
    let (bytes, summary) = try LedgerFixture.ledger(events)
    let (plan, readers) = try LedgerFixture.plan([bytes], in: folder)
    let rows = try readers[0].interactions(bucket: Bucket.of(events[0].row.thread), plan: plan, to: arena)
    #expect(summary.duplicates == 0)
    #expect(rows.map { Array($0.id) } == Array(repeating: Array("e1".utf8), count: 3))
  }
}
