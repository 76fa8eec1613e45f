import RequiteModel

/// The first lines of every text: which versions, and what became of the four coordinates.
struct DiffHead {
  private let diff: VersionDiff
  private let ink: TerminalInk

  init(_ diff: VersionDiff, _ ink: TerminalInk) {
    self.diff = diff
    self.ink = ink
  }

  var lines: [String] {
    let title = "requite diff \(VisibleText.of(diff.before))..\(VisibleText.of(diff.after))   \(diff.period)"
    let coordinates = CoordinateText.lines(of: diff).map { line in
      let name = TerminalText.padded(line.coordinate.rawValue, to: 13)
      let state = line.state == "same" ? ink.faint(line.state) : ink.strong(line.state)
      guard !line.detail.isEmpty else { return "  \(name)  \(state)" }
      let gap = String(repeating: " ", count: max(0, 7 - line.state.count))
      return "  \(name)  \(state)\(gap)  \(line.detail)"
    }
    let settings = diff.coordinates.configuration.map { "                          \($0.text)" }
    return [ink.strong(title)] + coordinates.prefix(3) + settings + coordinates.suffix(1)
  }
}
