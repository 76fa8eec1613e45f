import RequiteModel

/// What `make nightly` prints: the night on one screen of 80 columns.
public enum TerminalSummary {
  /// What publishing did.
  public enum Outcome: Hashable, Sendable {
    /// There was no such version before.
    case new
    /// The numbers are those of a version that stands already; since when, in the caller's words, where known.
    case unchanged(since: String?)
  }

  /// The summary, with a final newline.
  ///
  /// - Parameters:
  ///   - report: The night.
  ///   - path: Where the report stands, as the reader can open it.
  ///   - outcome: What publishing did.
  ///   - color: Whether the terminal shows ANSI colours.
  ///   - courses: How the leading numbers went, where that is known.
  public static func text(
    of report: Report, path: String, outcome: Outcome, color: Bool, courses: TerminalCourses? = nil
  ) -> String {
    let ink = TerminalInk(isOn: color)
    var blocks = [title(report, ink)]
    blocks += TerminalVendors(ink: ink, settings: report.settings, courses: courses).blocks(of: report.vendors)
    blocks.append(TerminalDumps(ink: ink).lines(of: report))
    blocks.append(closing(report, path, outcome, ink))
    return "\n" + blocks.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private static func title(_ report: Report, _ ink: TerminalInk) -> [String] {
    let period = "\(Wording.period(of: report.settings)), method \(VisibleText.of(report.settings.method.version))"
    let headline = TerminalText.wrapped(VisibleText.of(report.headline), to: 76)
    return ["  " + ink.strong("Requite") + "   " + ink.faint(period), ""] + headline.map { "  " + ink.strong($0) }
  }

  private static func closing(_ report: Report, _ path: String, _ outcome: Outcome, _ ink: TerminalInk) -> [String] {
    let remark =
      switch outcome {
      case .new: "new"
      case .unchanged(let since?): "unchanged since \(since)"
      case .unchanged(nil): "unchanged"
      }
    return [
      "  version  \(VisibleText.of(report.version))  " + ink.faint("(\(remark))"),
      "  report   " + ink.strong(VisibleText.of(path)),
    ]
  }
}
