import RequiteModel

/// `reports/index.html`: every version that stands, with the course of its leading numbers.
///
/// Written anew with every publish, in the style of the report; nothing of it is hashed.
public enum VersionIndexHTML {
  /// One version of the list.
  public struct Version: Hashable, Sendable {
    /// The id, the name of its folder.
    public let id: String
    /// When it was first published, in the caller's words; empty where nobody knows.
    public let published: String
    /// The names under which it is kept.
    public let pins: [String]
    /// Whether it is the latest.
    public let isLatest: Bool

    /// Names a version.
    public init(id: String, published: String, pins: [String], isLatest: Bool) {
      self.id = id
      self.published = published
      self.pins = pins
      self.isLatest = isLatest
    }
  }

  /// So many vendors have a line of their own, by their names.
  static let mostVendors = 20
  /// So many versions are drawn and listed, the newest.
  static let mostVersions = 400

  /// The page's bytes.
  ///
  /// - Parameters:
  ///   - versions: Oldest first.
  ///   - history: What is known of their numbers.
  public static func render(_ versions: [Version], history: VersionHistory) -> [UInt8] {
    let shown = Array(versions.suffix(mostVersions))
    let page: Markup = """
      <!DOCTYPE html>
      <html lang="en">
      \(PageHead.markup(title: "Reports"))<body>
      <header>
      <h1>Reports</h1>
      <p>\(Wording.counted(versions.count, "version", "versions")). \
      <a href="latest/index.html">The latest report</a></p>
      </header>
      <main>
      \(courses(shown, history))\(list(shown.reversed(), history))</main>
      </body>
      </html>

      """
    return Array(page.text.utf8)
  }

  // MARK: Courses

  /// A line a vendor: where both numbers stand, and how they got there.
  private static func courses(_ versions: [Version], _ history: VersionHistory) -> Markup {
    let vendors = history.vendors.prefix(mostVendors)
    guard !vendors.isEmpty, !versions.isEmpty else { return .empty }
    let table = PageTable(
      caption: "The leading numbers, version by version",
      columns: [
        .init("Vendor"), .init("Loyalty (NPS)", .number), .init("Course", .whole), .init("Returned", .number),
        .init("Course", .whole),
      ],
      rows: vendors.map { vendor in
        let series = history.series(of: vendor, in: versions.map(\.id))
        let (given, returned) = (series.map { $0?.loyalty }, series.map { $0?.returned })
        return [
          "\(name: vendor)", "\(number: last(given))", Sparkline(values: given).markup("Loyalty (NPS) of \(vendor)"),
          "\(number: last(returned))", Sparkline(values: returned).markup("Loyalty returned by \(vendor)"),
        ]
      })
    return "<section id=\"courses\">\n<h2>How it went</h2>\n\(table.markup)</section>\n"
  }

  private static func last(_ values: [Double?]) -> String {
    values.last.flatMap { $0 }.map(NumberText.points) ?? "—"
  }

  // MARK: List

  private static func list(_ versions: [Version], _ history: VersionHistory) -> Markup {
    guard !versions.isEmpty else { return "<p>Nothing has been published yet.</p>\n" }
    let table = PageTable(
      caption: "Versions, newest first",
      columns: [.init("Version"), .init("Published", .whole), .init("Returned"), .init("Pinned as")],
      rows: versions.map { version in
        let mark: Markup = version.isLatest ? " <strong>latest</strong>" : .empty
        let pins: [Markup] = version.pins.map { "<code>\($0)</code> " }
        return [
          "<a href=\"versions/\(version.id)/index.html\">\(version.id)</a>\(mark)", "\(version.published)",
          "\(number: range(of: version.id, history))", "\(pins)",
        ]
      })
    return "<section id=\"versions\">\n<h2>Versions</h2>\n\(table.markup)</section>\n"
  }

  /// From the least to the most loyalty returned.
  private static func range(of version: String, _ history: VersionHistory) -> String {
    let values = history.entries.filter { $0.version == version }.compactMap(\.returned)
    guard let least = values.min(), let most = values.max() else { return "—" }
    return values.count == 1
      ? NumberText.points(least) : "\(NumberText.points(least)) to \(NumberText.points(most))"
  }
}
