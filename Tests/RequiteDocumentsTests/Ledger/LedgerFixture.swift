import RequiteDocuments
import RequiteFormats
import RequiteModel
import RequiteTestSupport

/// Rows of random content, and the ledgers made of them.
struct LedgerFixture {
  struct Event {
    var row: InteractionRow
    var id: String
    var level: UInt32
  }

  struct Answer {
    var row: ResponseRow
    var id: String
    var level: UInt32
  }

  static let dictionaries: RowDictionaries = {
    var lists = RowDictionaries(attributes: 1)
    lists.vendors = ["zeta", "acme", "bolt"]
    lists.channels = ["", "phone", "email", "chat"]
    lists.strata = ["", "north", "east"]
    lists.scales = ["0-10", "1-5", "net"]
    lists.levels = [["", "pro", "basic"]]
    return lists
  }()

  static func events(_ count: Int, seed: UInt64) -> [Event] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { index in
      let vendor = UInt32.random(in: 0..<3, using: &random)
      let thread = Hash128("t\(Int.random(in: 0..<max(1, count / 4), using: &random))", seed: Hash128("\(vendor)"))
      var row = InteractionRow(
        thread: thread, customer: person(&random), at: .random(in: 1_700_000_000...1_700_900_000, using: &random),
        vendor: vendor, channel: .random(in: 1..<4, using: &random), direction: .random(in: 0..<4, using: &random),
        kind: .random(in: 0..<9, using: &random))
      if Bool.random(using: &random) { row.agent = person(&random) }
      if Int.random(in: 0..<5, using: &random) == 0 { row.due = row.at + 3600 }
      if Int.random(in: 0..<9, using: &random) == 0 { row.value = -4_000_000 }
      row.isAutomated = Bool.random(using: &random)
      row.isPublic = Bool.random(using: &random)
      return Event(row: row, id: "e\(index)", level: .random(in: 0..<3, using: &random))
    }
  }

  static func answers(_ count: Int, seed: UInt64) -> [Answer] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { index in
      var row = ResponseRow(
        customer: person(&random), vendor: .random(in: 0..<3, using: &random), scale: 0, instrument: 0, status: 0)
      if Bool.random(using: &random) { row.account = person(&random) }
      if Bool.random(using: &random) {
        row.score = .random(in: 0...10, using: &random)
        row.respondedAt = .random(in: 1_700_000_000...1_700_900_000, using: &random)
      } else {
        row.status = 3
      }
      if Bool.random(using: &random) { row.invitedAt = 1_699_000_000 }
      if Bool.random(using: &random) { row.survey = Hash128("survey \(index % 3)") }
      row.weight = .random(in: 1...5_000_000, using: &random)
      row.stratum = .random(in: 0..<3, using: &random)
      row.channel = .random(in: 0..<4, using: &random)
      return Answer(row: row, id: "r\(index)", level: .random(in: 0..<3, using: &random))
    }
  }

  /// Rows of different customers and years.
  static func revenues(_ count: Int, seed: UInt64) -> [RevenueRow] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { index in
      RevenueRow(
        customer: Pseudonym(high: random.next(), low: UInt64(index) + 1), vendor: .random(in: 0..<3, using: &random),
        year: .random(in: 1900...9999, using: &random),
        amountMinor: .random(in: Revenue.amounts, using: &random), acquiredBy: .random(in: 0..<3, using: &random))
    }
  }

  private static func person(_ random: inout SplitMix64) -> Pseudonym {
    Pseudonym(high: .random(in: 1..<40, using: &random), low: 7)
  }

  /// The bytes of a ledger of events.
  static func ledger(_ events: [Event], memoryLimit: Int = 1 << 20) throws -> (bytes: [UInt8], LedgerBuilder.Summary) {
    try build(.interactions, memoryLimit) { builder in
      for event in events {
        try event.id.withField { try builder.append(event.row, id: $0, levels: [event.level]) }
      }
    }
  }

  /// The bytes of a ledger of responses.
  static func ledger(
    _ answers: [Answer], dictionaries: RowDictionaries = dictionaries, memoryLimit: Int = 1 << 20
  ) throws -> (bytes: [UInt8], LedgerBuilder.Summary) {
    try build(.surveys, memoryLimit, dictionaries) { builder in
      for answer in answers {
        let bucket = answer.row.customer.bucket(vendor: Hash128(dictionaries.vendors[Int(answer.row.vendor)]))
        try answer.id.withField { try builder.append(answer.row, bucket: bucket, id: $0, levels: [answer.level]) }
      }
    }
  }

  /// The bytes of a ledger of revenue.
  static func ledger(
    _ rows: [RevenueRow], dictionaries: RowDictionaries = dictionaries, memoryLimit: Int = 1 << 20
  ) throws -> (bytes: [UInt8], LedgerBuilder.Summary) {
    try build(.revenue, memoryLimit, dictionaries) { builder in
      for row in rows {
        let bucket = row.customer.bucket(vendor: Hash128(dictionaries.vendors[Int(row.vendor)]))
        try builder.append(row, bucket: bucket)
      }
    }
  }

  private static func build(
    _ kind: DumpKind, _ memoryLimit: Int, _ dictionaries: RowDictionaries = dictionaries,
    _ fill: (LedgerBuilder) throws -> Void
  ) throws -> (bytes: [UInt8], LedgerBuilder.Summary) {
    let folder = TemporaryFolder()
    let builder = LedgerBuilder(
      kind: kind, attributes: [Settings.unitAttribute], directory: folder.path, memoryLimit: memoryLimit)
    try fill(builder)
    let sink = ByteCollector()
    let summary = try builder.finish(dictionaries: dictionaries, to: sink)
    return (sink.bytes, summary)
  }

  /// A plan over ledgers given as bytes, and their readers.
  static func plan(_ ledgers: [[UInt8]], in folder: TemporaryFolder) throws -> (Plan, [LedgerReader]) {
    let readers = try ledgers.enumerated().map { index, bytes in
      try LedgerReader(path: folder.write(bytes, to: "ledger-\(index)"))
    }
    var settings = Settings()
    settings.dimensions = ["channel", Settings.unitAttribute]
    return (try PlanMaker(ledgers: readers).plan(settings: settings), readers)
  }
}

/// Collects what is written.
final class ByteCollector: ByteSink {
  private(set) var bytes: [UInt8] = []

  func write(_ bytes: Span<UInt8>) {
    self.bytes.append(copying: bytes)
  }
}
