import RequiteModel

/// What stands beside the change on a terminal: other cuts, single rows, thresholds.
struct BesideText {
  let ink: TerminalInk

  func lines(_ cut: SegmentTable) -> [String] {
    let name = "\(VisibleText.of(cut.key.vendor)), \(cut.key.metric) by \(VisibleText.of(cut.dimension))"
    let heading = row("", ["share", "share now", "before", "now", "rate", "mix"])
    let levels = cut.levels.map { level in
      row(
        VisibleText.of(Wording.level(level.name)),
        [
          NumberText.percent(level.shares.before) + " %", NumberText.percent(level.shares.now) + " %",
          level.values.before, level.values.now, level.rate.text, level.mix.text,
        ])
    }
    return [
      "", ink.strong(name), "  another cut of the same change (\(cut.changeText)), never to be added to its causes",
    ]
      + [ink.faint(heading)] + levels + [row("all", ["", "", "", "", cut.rate.text, cut.mix.text])]
  }

  func lines(_ table: RowTable) -> [String] {
    let name = "\(VisibleText.of(table.key.vendor)), \(table.key.metric): rows with the largest parts"
    let lines = table.lines.map { line in
      "  " + TerminalText.padded(VisibleText.of(line.row.pseudonym), to: 14)
        + TerminalText.padded(VisibleText.of(line.row.what), to: 10)
        + TerminalText.padded(line.row.cause.text, to: 14) + TerminalText.padded(line.text, to: 10, isRight: true)
        + "   \(VisibleText.of(line.row.before ?? "-")) -> \(VisibleText.of(line.row.after ?? "-"))"
    }
    let more = table.unlisted > 0 ? ["  \(NumberText.count(table.unlisted)) more rows"] : []
    return ["", ink.strong(name)] + lines + more
  }

  func lines(_ verdict: GateVerdict) -> [String] {
    guard !verdict.trips.isEmpty else { return [] }
    return [""]
      + verdict.trips.map { trip in
        let level = trip.level == .fail ? ink.warning("FAIL") : "warn"
        return "\(level)  \(trip.text) (line \(trip.line))"
      }
  }

  private func row(_ name: String, _ cells: [String]) -> String {
    "  " + TerminalText.padded(name, to: 26) + cells.map { TerminalText.padded($0, to: 11, isRight: true) }.joined()
  }
}
