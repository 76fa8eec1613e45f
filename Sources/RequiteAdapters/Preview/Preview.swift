import RequiteFormats
import RequiteIngest

/// What an adapter makes of the first rows of a dump, as a table.
package struct Preview {
  private let show: DumpShow
  private let rows: Int
  private let width: Int

  /// A preview of the first `rows` canonical rows, for a terminal so wide.
  package init(_ show: DumpShow, rows: Int, width: Int) {
    self.show = show
    self.rows = rows
    self.width = width
  }

  /// The text.
  package func text() throws -> String {
    var shown: [ShownRow] = []
    let reading = try show.read { row in
      if shown.count < rows { shown.append(row) }
      return shown.count < rows
    }
    var text = headline(shown.count)
    if let refusal = reading.refusal { return text + "Refused: \(refusal.message).\n" }
    text += table(shown)
    text += reasons(shown)
    if !reading.unknownColumns.isEmpty {
      let names = reading.unknownColumns.map(\.escapedForMessages).joined(separator: ", ")
      text += "\nNot used: \(names)\n"
    }
    return text
  }

  private func headline(_ count: Int) -> String {
    let file = show.path.split(separator: "/").last.map(String.init) ?? show.path
    let through = show.adapter.map { " through \($0.name)" } ?? ""
    return "\(file.escapedForMessages)\(through): \(show.name.kind.rawValue), the first \(count) rows\n\n"
  }

  /// One table, or several side by side turned into one below the other, where the terminal is too narrow.
  private func table(_ shown: [ShownRow]) -> String {
    var columns = [TableColumn("line", shown.map { String($0.place.line) }), TableColumn("", shown.map(\.verdict))]
    let fixed = columns.count
    for (index, name) in show.columns.enumerated() {
      let cells = shown.map { $0.contents.isEmpty ? "" : $0.contents[index] }
      if cells.contains(where: { !$0.isEmpty }) { columns.append(TableColumn(name, cells)) }
    }
    var text = ""
    var next = fixed
    repeat {
      var group = Array(columns[..<fixed])
      while next < columns.count,
        group.count == fixed || TableColumn.width(of: group + [columns[next]]) <= width
      {
        group.append(columns[next])
        next += 1
      }
      if !text.isEmpty { text += "\n" }
      text += TableColumn.text(of: group)
    } while next < columns.count
    return text
  }

  /// Each rule that was broken, with the lines and what to do.
  private func reasons(_ shown: [ShownRow]) -> String {
    var lines: [Breach: [Int]] = [:]
    for row in shown {
      if case .setAside(let breach) = row.outcome { lines[breach, default: []].append(row.place.line) }
    }
    if lines.isEmpty { return "" }
    let sorted = lines.sorted { ($0.key.rule, $0.key.field) < ($1.key.rule, $1.key.field) }
    return "\n"
      + sorted.map { breach, lines in
        let place = lines.prefix(5).map(String.init).joined(separator: ", ") + (lines.count > 5 ? " …" : "")
        let field = breach.field.isEmpty ? "" : " (\(breach.field))"
        return "\(breach.rule)\(field), line \(place): \(RuleHint(breach).text)\n"
      }.joined()
  }
}
