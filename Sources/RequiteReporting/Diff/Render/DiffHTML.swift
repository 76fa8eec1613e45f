import RequiteModel

/// The diff as one page that needs nothing else, neither a network nor a script, in the style of the report.
///
/// The first screen says what happened and whose doing it was; what follows answers questions in their order. The same
/// diff gives the same bytes.
public struct DiffHTML {
  /// More numbers than this have no drawing of their own; the leading ones of the vendors that moved most stay.
  static let mostFigures = 12

  private let diff: VersionDiff
  private let selection: DiffSelection
  private let verdict: GateVerdict?
  private let segments: [SegmentTable]
  private let rows: [RowTable]
  private let places: [[DiffPlace]]

  /// Lays out what `selection` chooses of `diff`, with whatever was asked for beside it.
  public init(
    _ diff: VersionDiff, _ selection: DiffSelection = DiffSelection(), verdict: GateVerdict? = nil,
    segments: [SegmentTable] = [], rows: [RowTable] = []
  ) {
    self.diff = diff
    self.selection = selection
    self.verdict = verdict
    self.segments = segments
    self.rows = rows
    places = DiffPlace.vendors(of: diff.entries.filter(selection.contains))
  }

  /// The page's bytes; one that says so where no number differs.
  public var bytes: [UInt8] { Array(page.text.utf8) }

  private var page: Markup {
    """
    <!DOCTYPE html>
    <html lang="en">
    \(head)<body>
    \(WaterfallChart.hatching)\(opening)<main>
    \(thresholds)\(why)\(numbers)\(DiffCuts(segments: segments, rows: rows).markup)\(DiffSources(diff: diff).markup)</main>
    <footer class="muted small">Requite, versions <code>\(diff.before)</code> and <code>\(diff.after)</code></footer>
    </body>
    </html>

    """
  }

  private var head: Markup {
    PageHead.markup(title: "What changed, \(diff.before) to \(diff.after)", style: WaterfallChart.style)
  }

  private var entries: [VersionDiff.Entry] { places.flatMap { $0.flatMap(\.entries) } }

  private var opening: Markup {
    let hint = "drawn are the leading numbers; --metric NAME draws others"
    let remarks: [Markup] = DiffRemarks(diff, selection, hint: hint).lines.map {
      "<p class=\"small muted\">\($0).</p>\n"
    }
    let facts: [Markup] = CoordinateText.lines(of: diff).map { line in
      let detail = line.detail.isEmpty ? "" : ": \(line.detail)"
      return "<dt>\(line.coordinate.title)</dt><dd>\(line.state)\(detail)</dd>\n"
    }
    return """
      <header id="summary">
      <p class="muted small">\(diff.period), version \(diff.after) compared with \(diff.before)</p>
      <h1>\(DiffHeadline(diff, entries).text)</h1>
      <dl class="facts">
      \(facts)</dl>
      \(remarks)</header>

      """
  }

  private var thresholds: Markup {
    guard let verdict, !verdict.trips.isEmpty else { return .empty }
    let items: [Markup] = verdict.trips.map {
      "<li><strong>\($0.level.rawValue)</strong> \($0.text) <span class=\"muted\">(line \($0.line))</span></li>\n"
    }
    return "<section id=\"thresholds\" class=\"warning\">\n<h2>Thresholds</h2>\n<ul>\n\(items)</ul>\n</section>\n"
  }

  // MARK: Why

  private var why: Markup {
    let drawn = figures
    guard !drawn.isEmpty else { return .empty }
    let sections: [Markup] = drawn.map { entry in
      let shown = ShownEntry(entry, only: selection.step)
      return """
        <h3>\(entry.key.vendor): \(entry.metric.title)</h3>
        \(note(shown))\(WaterfallChart(entry, shown).figure.markup)\(CauseTable(entry, shown, diff.minimum).markup)
        """
    }
    return """
      <section id="why">
      <h2>Why the number moved</h2>
      \(WaterfallChart.legend)\(sections)</section>

      """
  }

  /// What the steps are flagged with, in a line.
  private func note(_ entry: ShownEntry) -> Markup {
    let texts = entry.steps.compactMap { step in
      step.flag.map { flag in
        "\(step.title) \(step.changeText)\(step.marginText.map { " +/- \($0)" } ?? ""): \(flag.text)"
      }
    }
    return texts.isEmpty ? .empty : "<p>\(number: texts.joined(separator: "; ")).</p>\n"
  }

  /// The numbers drawn: those explained, of places in order, the largest changes first where there are too many.
  private var figures: [VersionDiff.Entry] {
    let explained = entries.filter { entry in
      !entry.steps.isEmpty && entry.key.period == "window" && entry.key.dimension == "all"
        && selection.explains(entry.key.metric) && entry.isChanged
    }
    guard explained.count > DiffHTML.mostFigures else { return explained }
    let ranked = explained.indices.sorted { left, right in
      let (a, b) = (DiffHTML.size(explained[left]), DiffHTML.size(explained[right]))
      return a != b ? a > b : left < right
    }
    return ranked.prefix(DiffHTML.mostFigures).sorted().map { explained[$0] }
  }

  /// How far a number went, on the way too; waits are compared by their own length.
  private static func size(_ entry: VersionDiff.Entry) -> Double {
    let sum = entry.steps.reduce(0) { $0 + $1.change.magnitude }
    return entry.metric.unit == .seconds ? 100 * sum / max(entry.numbers.before?.estimate ?? 1, 1) : sum
  }

  // MARK: Numbers

  private var numbers: Markup {
    guard !places.isEmpty else { return "<section id=\"numbers\"><p>No number changed.</p></section>\n" }
    let sections: [Markup] = places.map { vendor in
      let tables: [Markup] = vendor.map {
        ChangeTable($0, only: selection.step).markup(isOpen: places.count == 1 && $0.place.isEmpty)
      }
      let anchor = VendorAnchor.id(of: vendor[0].vendor)
      return "<section id=\"\(anchor)\">\n<h3>\(vendor[0].vendor)</h3>\n\(tables)</section>\n"
    }
    return "<section id=\"numbers\">\n<h2>Every number that changed</h2>\n\(sections)</section>\n"
  }
}

extension Coordinate {
  /// The coordinate as a heading.
  var title: String {
    switch self {
    case .knowledge: "Knowledge"
    case .period: "Period"
    case .configuration: "Configuration"
    case .method: "Method"
    }
  }
}
