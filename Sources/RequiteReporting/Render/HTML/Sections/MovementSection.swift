import RequiteModel

/// What moved since the version before, number by number.
struct MovementSection {
  let report: Report
  let vendors: [VendorReport]

  var markup: Markup {
    guard let previous = report.previous else {
      return section("<p>This is the first version: there is nothing to compare it with.</p>\n")
    }
    let known = vendors.filter { $0.before != nil }
    let why: Markup = """
      <p>Compared with version <code>\(previous.version)</code>. What moved each number, cause by cause: \
      <code>requite-diff \(previous.version) \(report.version)</code></p>

      """
    return section("\(known.isEmpty ? "<p>No vendor was in it.</p>\n" : table(known).markup)\(why)")
  }

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
