import RequiteModel

/// Which dumps and facts differ, a line each: the whole of what `--stat` prints.
public struct DiffStat {
  private let diff: VersionDiff
  private let ink: TerminalInk

  /// Lays out the dumps and facts of `diff`; `color` where a terminal shows ANSI colours.
  public init(_ diff: VersionDiff, color: Bool = false) {
    self.diff = diff
    ink = TerminalInk(isOn: color)
  }

  /// The lines with a final newline, or an empty text where no coordinate moved.
  public var text: String {
    guard !diff.coordinates.moved.isEmpty || !diff.coordinates.dumps.isEmpty else { return "" }
    return (DiffHead(diff, ink).lines + dumps + facts).map { $0.withoutTrailingBlanks + "\n" }.joined()
  }

  private var dumps: [String] {
    guard !diff.coordinates.dumps.isEmpty else { return [] }
    let names = diff.coordinates.dumps.map { VisibleText.of($0.name) }
    let width = names.map(TerminalText.width).max() ?? 0
    let lines = zip(diff.coordinates.dumps, names).map { change, name in
      let counts = [change.before, change.after].compactMap { $0.map { NumberText.count($0.accepted) } }
      return "  " + TerminalText.padded(change.kind.rawValue, to: 14) + TerminalText.padded(name, to: width) + "  "
        + counts.joined(separator: " -> ") + " rows"
    }
    return ["", ink.strong("dumps")] + lines
  }

  private var facts: [String] {
    if let reason = diff.causesUnknown { return ["", "facts not compared: \(reason)"] }
    let kinds = DumpKind.allCases.filter { kind in diff.facts.contains { $0.kind == kind } }
    var lines: [(title: String, cause: Cause)] = []
    for fact in diff.facts where !lines.contains(where: { $0.title == fact.cause.text }) {
      lines.append((fact.cause.text, fact.cause))
    }
    guard !lines.isEmpty else { return ["", "no fact differs"] }
    let head = "  " + TerminalText.padded("", to: 14) + cells(kinds.map(\.rawValue))
    return ["", ink.strong("facts"), ink.faint(head)]
      + lines.map { line in
        let counts = kinds.map { kind in
          let sum = diff.facts.filter { $0.kind == kind && $0.cause.text == line.title }.reduce(0) { $0 + $1.count }
          return sum == 0 ? "" : NumberText.count(sum)
        }
        return "  " + TerminalText.padded(VisibleText.of(line.title), to: 14) + cells(counts)
      }
  }

  private func cells(_ texts: [String]) -> String {
    texts.map { TerminalText.padded($0, to: 14, isRight: true) }.joined()
  }
}

extension String {
  /// Without the blanks at its end.
  var withoutTrailingBlanks: String {
    utf8.lastIndex { $0 != UInt8(ascii: " ") }.map { String(self[...$0]) } ?? ""
  }
}
