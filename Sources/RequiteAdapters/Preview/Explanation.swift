import RequiteFormats
import RequiteIngest
import RequiteModel

/// What became of one line of a dump.
package struct Explanation {
  private let show: DumpShow
  private let line: Int

  /// An explanation of a line, from 1.
  package init(_ show: DumpShow, line: Int) {
    self.show = show
    self.line = line
  }

  /// The text.
  package func text() throws -> String {
    var rows: [ShownRow] = []
    let reading = try show.read { row in
      if (row.place.line..<row.place.line + row.lineSpan).contains(line) { rows.append(row) }
      return row.place.line <= line
    }
    if let refusal = reading.refusal { return "The dump is refused, and every row with it: \(refusal.message).\n" }
    guard let first = rows.first else {
      return "Line \(line) is no part of a row: it is a header, blank, behind the end, or text around the data.\n"
    }
    let others = try rows.map(identity).contains { $0 != nil } ? sameIdentity(as: rows) : [:]
    var text = place(first, rows.count)
    for row in rows { text += explained(row, others[identity(row) ?? ""] ?? []) }
    return text
  }

  private func place(_ row: ShownRow, _ count: Int) -> String {
    let last = row.place.line + row.lineSpan - 1
    let lines = row.lineSpan > 1 ? "Lines \(row.place.line) to \(last)" : "Line \(row.place.line)"
    let made = count == 1 ? "" : ", \(count) canonical rows"
    return "\(lines), bytes \(row.place.byteOffset) to \(row.place.byteOffset + row.place.byteLength)\(made)\n"
  }

  private func explained(_ row: ShownRow, _ others: [ShownRow]) -> String {
    var text = "\n" + sentence(row, others) + "\n"
    for (name, content) in zip(show.columns, row.contents) where !content.isEmpty {
      text += "  \(name): \(String(content.prefix(200)).escapedForMessages)\n"
    }
    return text
  }

  private func sentence(_ row: ShownRow, _ others: [ShownRow]) -> String {
    switch row.outcome {
    case .leftOut("adapter.nothing"): return "Filtered: the adapter makes nothing of such a row (adapter.nothing)."
    case .leftOut("adapter.skip"): return "Filtered: the adapter passes such rows over (adapter.skip)."
    case .leftOut(let rule): return "Filtered on purpose: \(rule)."
    case .setAside(let breach):
      let field = breach.field.isEmpty ? "" : " in \(breach.field)"
      return "Quarantined by \(breach.rule)\(field): \(RuleHint(breach).text)."
    case .accepted: return others.count > 1 ? duplicate(row, others) : "Accepted."
    }
  }

  /// What the rules of duplicates say: the greatest revision stands, then the content that comes first in byte order.
  private func duplicate(_ row: ShownRow, _ others: [ShownRow]) -> String {
    let lines = others.filter { $0 != row }.map { String($0.place.line) }.prefix(5).joined(separator: ", ")
    let revisions = others.map(revision)
    let greatest = revisions.max() ?? 0
    if revision(row) < greatest {
      return "Duplicate: line \(lines) has the same id, and a greater revision stands."
    }
    if revisions.filter({ $0 == greatest }).count == 1 {
      return "Accepted: of the rows with this id (also line \(lines)) it has the greatest revision."
    }
    return "One of several with this id and revision (also line \(lines)): one counts, the others are duplicates."
  }

  private func revision(_ row: ShownRow) -> Int64 {
    content("revision", of: row).flatMap { Int64($0) } ?? 0
  }

  /// All accepted rows with the identity of one of `rows`.
  private func sameIdentity(as rows: [ShownRow]) throws -> [String: [ShownRow]] {
    let wanted = Set(rows.compactMap(identity))
    var found: [String: [ShownRow]] = [:]
    try show.read { row in
      if let identity = identity(row), wanted.contains(identity) { found[identity, default: []].append(row) }
      return true
    }
    return found
  }

  /// What duplicates share: vendor and id, for revenue vendor, customer and period.
  private func identity(_ row: ShownRow) -> String? {
    guard row.outcome == .accepted else { return nil }
    let names: [String] =
      switch show.name.kind {
      case .surveys: ["vendor_id", "response_id"]
      case .interactions: ["vendor_id", "event_id"]
      case .revenue: ["vendor_id", "customer_id", "period"]
      case .crosswalk: ["kind", "value", "customer_id"]
      case .erasures: ["vendor_id", "customer_id"]
      }
    return names.map { content($0, of: row) ?? "" }.joined(separator: "\u{1F}")
  }

  private func content(_ column: String, of row: ShownRow) -> String? {
    show.columns.firstIndex(of: column).flatMap { row.contents.isEmpty ? nil : row.contents[$0] }
  }
}
