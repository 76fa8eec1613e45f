/// A small sound dump, in which one thing is then broken.
///
/// Fields are written as they are, without quotes, so that a defect can be put in to the byte.
struct SoundTable {
  /// The names in the header.
  var columns: [String]
  /// The fields of each row.
  var rows: [[String]]

  /// Survey responses of four customers in turn.
  static func surveys(_ count: Int = 4) -> SoundTable {
    let columns = [
      "response_id", "vendor_id", "customer_id", "instrument", "scale", "score", "votes", "invited_at", "responded_at",
      "status", "weight", "revision", "comment",
    ]
    let rows = (0..<count).map { number in
      [
        "b\(number + 1)", "northwind-air", "c\(number + 1)", "nps", "0-10", "\(10 - number % 11)", "",
        "2024-05-01T08:00:00Z", "2024-05-02T09:\(10 + number % 50):00Z", "", "", "", "Kind",
      ]
    }
    return SoundTable(columns: columns, rows: rows)
  }

  /// A thread of one customer: questions and answers by turns.
  static func interactions(_ count: Int = 4) -> SoundTable {
    let columns = [
      "event_id", "thread_id", "vendor_id", "customer_id", "at", "channel", "direction", "kind", "agent_id", "due_at",
      "value", "revision", "text",
    ]
    let rows = (0..<count).map { number in
      [
        "e\(number + 1)", "t1", "northwind-air", "c1", "2024-05-02T09:\(10 + number % 50):00Z", "email",
        number.isMultiple(of: 2) ? "in" : "out", "message", number.isMultiple(of: 2) ? "" : "marta", "", "", "",
        "Hello",
      ]
    }
    return SoundTable(columns: columns, rows: rows)
  }

  /// What customers brought in, each in a year of their own.
  static func revenue(_ count: Int = 4) -> SoundTable {
    let rows = (0..<count).map { number in
      ["northwind-air", "c\(number + 1)", "\(2020 + number % 5)", "\(12_500 + number)", "earned"]
    }
    return SoundTable(columns: ["vendor_id", "customer_id", "period", "amount_minor", "acquired_by"], rows: rows)
  }

  /// The addresses of customers.
  static func crosswalk(_ count: Int = 4) -> SoundTable {
    let rows = (0..<count).map { number in ["email", "c\(number + 1)@example.org", "c\(number + 1)"] }
    return SoundTable(columns: ["kind", "value", "customer_id"], rows: rows)
  }

  /// The same table with another field.
  func with(_ column: String, _ value: String, row: Int = 1) -> SoundTable {
    guard let index = columns.firstIndex(of: column) else { preconditionFailure("There is no column \(column).") }
    var copy = self
    copy.rows[row][index] = value
    return copy
  }

  /// The same table with one column for each of `values`: sound rows first and last, the others between them.
  func withEach(_ column: String, _ values: [String]) -> SoundTable {
    values.enumerated().reduce(self) { $0.with(column, $1.element, row: $1.offset + 1) }
  }

  /// The header line without its end.
  var header: String { columns.joined(separator: ",") }

  /// The lines of the rows without their ends.
  var lines: [String] { rows.map { $0.joined(separator: ",") } }

  /// The whole dump, lines ended by `end`.
  func text(lineEnd end: String = "\n") -> String {
    ([header] + lines).map { $0 + end }.joined()
  }

  /// The whole dump as bytes.
  var bytes: [UInt8] { Array(text().utf8) }
}
