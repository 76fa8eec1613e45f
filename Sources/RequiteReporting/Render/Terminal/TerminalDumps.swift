import RequiteModel

/// The data part of a terminal summary: what was read, what was set aside and why.
struct TerminalDumps {
  let ink: TerminalInk

  private static let mostRules = 8
  private static let mostDumps = 5

  func lines(of report: Report) -> [String] {
    var lines = [verdict(report)]
    guard !report.dumps.isEmpty else { return lines }
    lines.append(ink.faint(row("", "dumps", "read", "accepted", "duplicates", "filtered", "set aside")))
    for total in report.totals {
      let counts = [total.dumps, total.read, total.accepted, total.duplicates, total.filtered, total.quarantined]
      lines.append(row([total.kind.rawValue] + counts.map { NumberText.count($0) }))
    }
    if let repeats = Wording.repeats(in: report) { lines += TerminalText.wrapped(repeats, to: 76).map { "  " + $0 } }
    return lines + rules(report) + refusals(report) + unbalanced(report)
  }

  private func verdict(_ report: Report) -> String {
    let isSound = report.refusedDumps.isEmpty && report.unbalancedDumps.isEmpty && !report.dumps.isEmpty
    let sentence = Wording.verdict(on: report)
    return "  " + (isSound ? ink.strong(sentence) : ink.warning("! " + sentence))
  }

  private func rules(_ report: Report) -> [String] {
    let rules = report.ruleCounts
    guard !rules.isEmpty else { return [] }
    var lines = ["", "  Filtered or set aside, by rule"]
    for rule in rules.prefix(TerminalDumps.mostRules) {
      let name = TerminalText.padded(TerminalText.cut(VisibleText.of(rule.rule), to: 60), to: 60)
      lines.append("    " + name + TerminalText.padded(NumberText.count(rule.rows), to: 14, isRight: true))
    }
    return lines + more(rules.count - TerminalDumps.mostRules)
  }

  private func refusals(_ report: Report) -> [String] {
    let refused = report.refusedDumps
    guard !refused.isEmpty else { return [] }
    var lines = ["", "  Refused: nothing of these counts"]
    for dump in refused.prefix(TerminalDumps.mostDumps) {
      lines.append("    " + VisibleText.of(dump.dump))
      let reason = TerminalText.wrapped(VisibleText.of(dump.refused ?? ""), to: 72)
      lines += reason.map { "      " + ink.faint($0) }
    }
    return lines + more(refused.count - TerminalDumps.mostDumps)
  }

  private func unbalanced(_ report: Report) -> [String] {
    let dumps = report.unbalancedDumps
    guard !dumps.isEmpty else { return [] }
    let names = dumps.prefix(TerminalDumps.mostDumps).map { "    " + VisibleText.of($0.dump) }
    return ["", "  Read is not accepted + duplicates + filtered + set aside"] + names
      + more(dumps.count - TerminalDumps.mostDumps)
  }

  private func more(_ count: Int) -> [String] {
    count > 0 ? [ink.faint("    and \(count) more, in the report")] : []
  }

  private func row(_ cells: String...) -> String { row(cells) }

  private func row(_ cells: [String]) -> String {
    let widths = [6, 13, 13, 11, 11, 10]
    let counts = zip(cells.dropFirst(), widths).map { TerminalText.padded($0, to: $1, isRight: true) }
    return "  " + TerminalText.padded(cells[0], to: 14) + counts.joined()
  }
}
