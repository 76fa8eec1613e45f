import RequiteModel

/// `index.html`: the report as one page that needs nothing else, neither a network nor a script.
///
/// The first screen is for a reader in a hurry, what follows for one with questions. The same report gives the same bytes.
public enum ReportHTML {
  /// More vendors than this stand in the tables only; those with the worst gap stay in the charts.
  public static let mostVendors = 10
  /// With more vendors than this, those with the worst gap have a section of their own, and so many of them.
  public static let sections = (most: 6, worst: 4)

  /// The page's bytes.
  public static func render(_ report: Report) -> [UInt8] {
    Array(page(report).text.utf8)
  }

  private static func page(_ report: Report) -> Markup {
    """
    <!DOCTYPE html>
    <html lang="en">
    \(head(report))<body>
    \(report.movement == nil ? .empty : WaterfallChart.hatching)\(opening(report))<main>
    \(sections(of: report))</main>
    <footer class="muted small">Requite, version <code>\(report.version)</code></footer>
    </body>
    </html>

    """
  }

  private static func sections(of report: Report) -> Markup {
    let parts = PageSections(of: report)
    return """
      \(parts.movement.markup)\(parts.mix.markup)\(parts.trend.markup)\(parts.wait.markup)\(parts.pillars.markup)\
      \(parts.balance.markup)\(parts.segments.markup)<div class="appendix"></div>
      \(parts.vendors.markup)\(parts.numbers.markup)\(parts.source.markup)
      """
  }

  /// All charts of the page, in order: for checks that need no browser.
  package static func figures(of report: Report) -> [Figure] {
    let parts = PageSections(of: report)
    let charts =
      parts.movement.figures + [parts.mix.figure] + parts.trend.figures.map(\.figure)
      + [parts.wait.figure, parts.pillars.figure, parts.balance.figure, parts.segments.figure]
    return charts.compactMap { $0 } + parts.vendors.sections.flatMap(\.figures)
  }

  private static func head(_ report: Report) -> Markup {
    PageHead.markup(
      title: "Loyalty given and returned, \(Wording.period(of: report.settings))",
      style: report.movement == nil ? .empty : WaterfallChart.style)
  }

  private static func opening(_ report: Report) -> Markup {
    let compared: Markup = report.previous.map { ", compared with \($0.version)" } ?? .empty
    let hidden = report.vendors.count - mostVendors
    let more: Markup =
      hidden <= 0
      ? .empty
      : "<p class=\"small\">Charts show the \(mostVendors) vendors with the worst gap; all are in the tables.</p>\n"
    let second: Markup = report.secondPhrase.map { "<p>\($0).</p>\n" } ?? .empty
    return """
      <header id="summary">
      <p class="muted small">\(Wording.period(of: report.settings)), method \(report.settings.method.version), version \
      \(report.version)\(compared)</p>
      <h1>\(report.headlinePhrase)</h1>
      \(second)\(warning(report))\(SummaryTiles(report: report).markup)\(more)</header>

      """
  }

  /// A line that nobody overlooks where the numbers are not whole.
  private static func warning(_ report: Report) -> Markup {
    let needsLook = !report.refusedDumps.isEmpty || !report.unbalancedDumps.isEmpty
    return needsLook ? "<p class=\"warning\"><a href=\"#dumps\">\(Wording.verdict(on: report))</a></p>\n" : .empty
  }
}
