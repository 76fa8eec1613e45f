import RequiteModel

/// `index.html`: the report as one page that needs nothing else, neither a network nor a script.
///
/// The first screen is for a reader in a hurry, what follows for one with questions. The same report gives the same bytes.
public enum ReportHTML {
  /// More vendors than this have their numbers in the tables and in `measures.csv` only; those who return least stay.
  public static let mostVendors = 10

  /// The page's bytes.
  public static func render(_ report: Report) -> [UInt8] {
    Array(page(report).text.utf8)
  }

  private static func page(_ report: Report) -> Markup {
    let vendors = shown(report.vendors)
    let tables = MeasureTables(settings: report.settings)
    let sections: [Markup] = vendors.map {
      VendorSection(vendor: $0, tables: tables, isOpen: report.vendors.count == 1).markup
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      \(head(report))<body>
      \(opening(report, vendors))<main>
      \(OverviewSections(report).markup(of: vendors))\(sections)\(SourceSections(report: report).markup)</main>
      <footer class="muted small">Requite, version <code>\(report.version)</code></footer>
      </body>
      </html>

      """
  }

  private static func head(_ report: Report) -> Markup {
    """
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>Loyalty given and returned, \(Wording.period(of: report.settings))</title>
    <link rel="icon" href="data:,">
    \(PageStyle.sheet)</head>

    """
  }

  private static func opening(_ report: Report, _ vendors: [VendorReport]) -> Markup {
    let compared: Markup = report.previous.map { ", compared with \($0.version)" } ?? .empty
    let hidden = report.vendors.count - vendors.count
    let more: Markup =
      hidden == 0 ? .empty : "<p>The \(vendors.count) vendors who return least; \(hidden) more in the tables.</p>\n"
    return """
      <header id="summary">
      <p class="muted small">\(Wording.period(of: report.settings)), method \(report.settings.method.version), version \
      \(report.version)\(compared)</p>
      <h1>\(report.headline)</h1>
      \(verdict(report))\(more)\(VendorCards(report: report).markup(of: vendors))</header>

      """
  }

  /// A line that nobody overlooks where the numbers are not whole, and a quiet one where they are.
  private static func verdict(_ report: Report) -> Markup {
    let needsLook = !report.refusedDumps.isEmpty || !report.unbalancedDumps.isEmpty
    let kind = needsLook ? "warning" : "sound small"
    return "<p class=\"\(kind)\"><a href=\"#dumps\">\(Wording.verdict(on: report))</a></p>\n"
  }

  /// All vendors, or those with the least loyalty returned; sorted by name either way.
  private static func shown(_ vendors: [VendorReport]) -> [VendorReport] {
    guard vendors.count > mostVendors else { return vendors }
    let ranked = vendors.indices.sorted {
      let (left, right) = (vendors[$0].window.returned?.estimate, vendors[$1].window.returned?.estimate)
      return (left ?? .infinity, $0) < (right ?? .infinity, $1)
    }
    return ranked.prefix(mostVendors).sorted().map { vendors[$0] }
  }
}
