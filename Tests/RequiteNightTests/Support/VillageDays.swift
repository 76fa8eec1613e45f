import Foundation
import RequiteTestSupport

/// A few days of one vendor of `SampleData/village`, to be edited between two nights.
///
/// Three days of answers (27 February to 1 March) and four days of threads (19 to 22 February), in the dumps they came in,
/// so that a test knows what its edits must do:
///
/// - Some customers answered the score's question as detractors, and answered nothing else: `lone` has their rows. Twelve
///   of them answer a day earlier than they did, twelve stand in a dump of their own.
/// - Eight passive answers are partial; no other answer is.
struct VillageDays {
  /// Whose days they are.
  static let vendor = "harbor-hotels"
  /// A dump of twelve lone detractors alone.
  static let aside = "surveys-2026-03-02-aside"
  /// A dump of twelve lone detractors who answered on 26 February.
  static let early = "surveys-2026-02-26"

  /// The dumps by name, without endings.
  private(set) var dumps: [String: DumpText] = [:]

  init() throws {
    for day in ["02-27", "02-28", "03-01"] { try read("surveys-2026-\(day)") { VillageDays.isPlainAnswer($0, $1) } }
    for day in ["02-19", "02-20", "02-21", "02-22"] { try read("interactions-2026-\(day)") { _, _ in true } }
    for day in ["03-02", "03-05", "03-06"] {
      try read("interactions-2026-\(day)") { table, row in table["kind", row] == "survey_followup" }
    }
    let customers = lone { (0...6).contains($0) }
    move(Set(customers.prefix(12)), to: VillageDays.aside)
    move(Set(customers.dropFirst(12).prefix(12)), to: VillageDays.early)
    editAnswers(of: Set(customers.dropFirst(12).prefix(12))) { table, row in
      table["invited_at", row] = "2026-02-26T08:00:00Z"
      table["responded_at", row] = "2026-02-26T12:00:00Z"
    }
    editAnswers(of: Set(lone { (7...8).contains($0) }.prefix(8))) { $0["status", $1] = "partial" }
  }

  private mutating func read(_ name: String, _ isWanted: (DumpText, Int) -> Bool) throws {
    let folder = ProjectFolder.path("SampleData/village")
    let table = try DumpText(path: "\(folder)/\(name).csv.gz")
    dumps[name] = table.selecting { table["vendor_id", $0] == VillageDays.vendor && isWanted(table, $0) }
  }

  private static func isPlainAnswer(_ table: DumpText, _ row: Int) -> Bool {
    !table["score", row].isEmpty && ["", "complete"].contains(table["status", row])
      && table["responded_at", row] >= "2026-02-27"
  }

  /// Customers of whom one answer is known, to the score's question and with such a score, in the order of their ids.
  func lone(score isMeant: (Int) -> Bool) -> [String] {
    var (answers, meant) = ([String: Int](), Set<String>())
    for (name, table) in dumps where name.hasPrefix("surveys") {
      for row in table.rows.indices {
        let customer = table["customer_id", row]
        answers[customer, default: 0] += 1
        if table["instrument", row] == "nps", isMeant(Int(table["score", row]) ?? -1) { meant.insert(customer) }
      }
    }
    return meant.filter { answers[$0] == 1 }.sorted()
  }

  /// Lone detractors who answered between 27 February and 1 March, in the dumps of those days.
  var loneDetractors: [String] {
    let moved = [VillageDays.aside, VillageDays.early].flatMap { dumps[$0]!.values(of: "customer_id") }
    return lone { (0...6).contains($0) }.filter { !moved.contains($0) }
  }
}

extension VillageDays {
  /// Changes the answers of customers where they are.
  mutating func editAnswers(of customers: Set<String>, _ edit: (inout DumpText, Int) -> Void) {
    for name in dumps.keys where name.hasPrefix("surveys") {
      for row in dumps[name]!.rows.indices where customers.contains(dumps[name]!["customer_id", row]) {
        edit(&dumps[name]!, row)
      }
    }
  }

  /// Takes answers out of their dumps, and returns them.
  @discardableResult
  mutating func takeAnswers(of customers: Set<String>) -> DumpText {
    var taken = dumps[VillageDays.aside] ?? dumps["surveys-2026-02-27"]!
    taken.rows = []
    for name in dumps.keys.sorted() where name.hasPrefix("surveys") {
      let table = dumps[name]!
      taken.rows += table.selecting { customers.contains(table["customer_id", $0]) }.rows
      dumps[name] = table.selecting { !customers.contains(table["customer_id", $0]) }
    }
    return taken
  }

  private mutating func move(_ customers: Set<String>, to name: String) {
    dumps[name] = takeAnswers(of: customers)
  }

  /// Copies answers of customers into a dump of their own, changed.
  mutating func copyAnswers(of customers: Set<String>, to name: String, _ edit: (inout DumpText, Int) -> Void) {
    var days = self
    dumps[name] = days.takeAnswers(of: customers)
    for row in dumps[name]!.rows.indices { edit(&dumps[name]!, row) }
  }

  /// Changes the events of threads where they are, and drops those of which `edit` says so.
  mutating func editEvents(of threads: Set<String>, keeping isKept: (inout DumpText, Int) -> Bool) {
    for name in dumps.keys where name.hasPrefix("interactions") {
      var table = dumps[name]!
      let kept = table.rows.indices.filter { row in
        guard threads.contains(table["thread_id", row]) else { return true }
        return isKept(&table, row)
      }
      table.rows = kept.map { table.rows[$0] }
      dumps[name] = table
    }
  }

  mutating func remove(_ name: String) { dumps[name] = nil }

  mutating func put(_ table: DumpText, as name: String) { dumps[name] = table }

  mutating func add(_ name: String, columns: [String], rows: [[String]]) {
    dumps[name] = DumpText(columns: columns, rows: rows)
  }

  /// Writes the dumps into a folder, and removes those that are not among them.
  func write(to folder: TemporaryFolder) throws {
    let path = "\(folder.path)/dumps"
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, table) in dumps { folder.write(table.csv, to: "dumps/\(name).csv") }
  }
}

extension VillageDays {
  /// Threads that a customer began with a message by e-mail between 19 and 21 February, by whether anybody answered.
  func threads(answered isAnswered: Bool) -> [String] {
    var (first, answered) = ([String: (at: String, opens: Bool)](), Set<String>())
    for (name, table) in dumps where name.hasPrefix("interactions") {
      for row in table.rows.indices {
        let (thread, at) = (table["thread_id", row], table["at", row])
        let opens =
          table["direction", row] == "in" && table["kind", row] == "message" && table["channel", row] == "email"
        if first[thread].map({ at < $0.at }) ?? true { first[thread] = (at, opens) }
        let isPerson = !table["agent_id", row].hasPrefix("bot:")
        if table["direction", row] == "out", table["kind", row] == "message", isPerson { answered.insert(thread) }
      }
    }
    return first.filter { $0.value.opens && $0.value.at < "2026-02-22" && answered.contains($0.key) == isAnswered }
      .keys.sorted()
  }
}
