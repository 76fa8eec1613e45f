import RequiteModel

/// What moved since the version before: cause by cause where somebody has worked it out, else before and now.
struct MovementSection {
  let report: Report
  let vendors: [VendorReport]

  var markup: Markup {
    guard let previous = report.previous else {
      return section("<p>This is the first version: there is nothing to compare it with.</p>\n")
    }
    let waterfalls = self.waterfalls
    if let movement = report.movement, !waterfalls.isEmpty {
      return section("\(WaterfallChart.legend)\(waterfalls.map { $0.markup(movement) })\(diff(previous))")
    }
    let known = vendors.filter { $0.before != nil }
    return section("\(known.isEmpty ? "<p>No vendor was in it.</p>\n" : table(known).markup)\(diff(previous))")
  }

  private func diff(_ previous: PreviousVersion) -> Markup {
    """
    <p>Compared with version <code>\(previous.version)</code>. What moved each number, cause by cause: \
    <code>requite-diff \(previous.version) \(report.version)</code></p>

    """
  }

  // MARK: Causes

  /// So many vendors have their leading numbers drawn.
  static let mostVendors = 4

  /// A number with its steps.
  private struct Waterfall {
    let entry: VersionDiff.Entry
    let shown: ShownEntry

    var figure: Figure { WaterfallChart(entry, shown).figure }

    func markup(_ diff: VersionDiff) -> Markup {
      """
      <h3>\(name: entry.key.vendor): \(entry.metric.title)</h3>
      \(figure.markup)\(CauseTable(entry, shown, diff.minimum).markup)
      """
    }
  }

  /// The waterfalls, of the leading numbers that moved.
  var figures: [Figure] { waterfalls.map(\.figure) }

  private var waterfalls: [Waterfall] {
    guard let movement = report.movement else { return [] }
    return vendors.prefix(MovementSection.mostVendors).flatMap { vendor in
      ["loyalty.nps", "reciprocity.index"].compactMap { metric in
        let key = MeasureKey(vendor: vendor.name, metric: metric)
        let entry = movement.entries.first { $0.key == key && !$0.steps.isEmpty && $0.isChanged }
        return entry.map { Waterfall(entry: $0, shown: ShownEntry($0, only: nil)) }
      }
    }
  }

  // MARK: Before and now

  private func section(_ content: Markup) -> Markup {
    "<section id=\"why\">\n<h2>Why the numbers moved</h2>\n\(content)</section>\n"
  }

  private func table(_ vendors: [VendorReport]) -> PageTable {
    PageTable(
      caption: "Before and now",
      columns: [
        .init("Vendor"), .init("Number"), .init("Before", .number), .init("Now", .number), .init("Change", .number),
      ],
      rows: vendors.flatMap { vendor in
        [("Loyalty (NPS)", \CellMeasures.loyalty), ("Loyalty returned", \.returned)].map { title, path in
          row(vendor.name, title, vendor.before?[keyPath: path], vendor.window[keyPath: path])
        }
      })
  }

  private func row(_ vendor: String, _ title: String, _ before: Measure?, _ now: Measure?) -> [Markup] {
    [
      "\(name: vendor)", "\(title)", "\(number: before?.valueText ?? "—")", "\(number: now?.valueText ?? "—")",
      "\(number: MovementSection.change(from: before, to: now))",
    ]
  }

  /// The difference of both as they are shown, so that the line adds up: `+1.2`; a dash where one is not shown.
  static func change(from before: Measure?, to now: Measure?) -> String {
    guard let before = before?.estimate, let now = now?.estimate,
      let earlier = Double(NumberText.points(before)), let later = Double(NumberText.points(now))
    else { return "—" }
    let text = NumberText.points(later - earlier)
    return text.hasPrefix("-") || text == "0.0" ? text : "+" + text
  }
}
