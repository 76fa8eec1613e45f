import RequiteModel
import RequiteScoring

/// A reconciliation as text: for each vendor and figure Requite's number, the reasons, and the product's number.
struct ReconcileTable {
  let preset: CountingPreset
  let vendors: [String]
  let reconciliations: [Reconciliation]

  /// For people.
  var text: String {
    guard !reconciliations.isEmpty else { return "There is nothing to compare with \(preset.name) in this night.\n" }
    let sections = reconciliations.map { found in
      "\(vendors[Int(found.vendor)]), \(found.figure.rawValue)\n" + table(of: found)
    }
    return sections.joined(separator: "\n")
  }

  private func table(of found: Reconciliation) -> String {
    var rows: [[String]] = []
    for (place, step) in found.steps.enumerated() {
      guard let rule = step.rule else {
        rows.append(["Requite", ReconcileTable.number(step.value), "", ""])
        continue
      }
      let cases = step.cases == 0 ? "" : "\(step.cases) \(step.cases == 1 ? "case" : "cases")"
      let change = ReconcileTable.change(from: found.steps[place - 1].value, to: step.value)
      rows.append(["\(preset.name) \(rule.text)", ReconcileTable.number(step.value), change, cases])
    }
    let difference = ReconcileTable.change(from: found.ours, to: found.theirs)
    rows.append([preset.name, ReconcileTable.number(found.theirs), difference, ""])
    return ReconcileTable.aligned(rows)
  }

  /// For programs: one line a step.
  var csv: String {
    var lines = ["vendor,figure,step,rule,value,change,cases"]
    for found in reconciliations {
      for (place, step) in found.steps.enumerated() {
        let change = place == 0 ? "" : ReconcileTable.change(from: found.steps[place - 1].value, to: step.value)
        lines.append(
          [
            ReconcileTable.quoted(vendors[Int(found.vendor)]), found.figure.rawValue, "\(place)",
            step.rule?.rawValue ?? "", step.value == nil ? "" : ReconcileTable.number(step.value), change,
            place == 0 ? "" : "\(step.cases)",
          ].joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Two decimals at most, which waits and counts do not need.
  private static func number(_ value: Double?) -> String {
    guard let value else { return "none" }
    let hundredths = Int64((value * 100).rounded())
    let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
    let sign = hundredths < 0 ? "-" : ""
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func change(from old: Double?, to new: Double?) -> String {
    guard let old, let new else { return old == nil && new == nil ? "0" : "" }
    let change = number(new - old)
    return new > old && change != "0" ? "+\(change)" : change
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.contains { $0 == "," || $0 == "\"" }
    return needsQuotes
      ? "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" : text
  }

  private static func aligned(_ rows: [[String]]) -> String {
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + space : space + row[column]
      }
      var line = "  " + cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
