import RequiteModel

/// The first screen: a card a vendor with four tiles.
struct VendorCards {
  let report: Report

  func markup(of vendors: [VendorReport]) -> Markup {
    "<div class=\"cards\">\n\(vendors.map(card))</div>\n"
  }

  private func card(_ vendor: VendorReport) -> Markup {
    """
    <article class="card">
    <h3><a href="#\(VendorAnchor.id(of: vendor.name))">\(vendor.name)</a></h3>
    <div class="tiles">
    \(tile("Loyalty (NPS)", vendor.window.loyalty, vendor.before?.loyalty))\
    \(tile("Loyalty returned", vendor.window.returned, vendor.before?.returned, partial(vendor)))\
    \(responses(vendor))\(checks(vendor))</div>
    </article>

    """
  }

  private func partial(_ vendor: VendorReport) -> String {
    vendor.window.missingComponents(report.settings).isEmpty ? "" : "partial"
  }

  private func tile(_ title: String, _ now: Measure?, _ before: Measure?, _ mark: String = "") -> Markup {
    guard let now, now.estimate != nil else {
      let remark = now.flatMap { Wording.shortRemark(on: $0, settings: report.settings) } ?? "Nothing to count"
      return tile(title, "—", [remark])
    }
    let interval = now.intervalText.map { "\(VendorCards.unbroken($0)) (95\u{A0}%)" } ?? ""
    let was = before?.estimate.map { "was \(NumberText.points($0))" } ?? ""
    return tile(title, now.valueText, [interval, mark, was])
  }

  private func responses(_ vendor: VendorReport) -> Markup {
    let now = vendor.window.responsesText
    let was = vendor.before.map { "was \($0.responsesText)" } ?? ""
    return tile("Responses", now, ["customers", was])
  }

  /// How much of what the method publishes can be shown, and whether the dumps are whole.
  private func checks(_ vendor: VendorReport) -> Markup {
    let measures = vendor.window.measures
    let shown = measures.count { $0.estimate != nil }
    let verdict = report.refusedDumps.isEmpty && report.unbalancedDumps.isEmpty ? "dumps complete" : "dumps incomplete"
    return tile("Data checks", "\(shown)/\(measures.count)", ["numbers shown", verdict])
  }

  /// `text` with blanks at which no line ends.
  private static func unbroken(_ text: String) -> String {
    String(text.map { $0 == " " ? "\u{A0}" : $0 })
  }

  private func tile(_ title: String, _ value: String, _ notes: [String]) -> Markup {
    let lines: [Markup] = notes.filter { !$0.isEmpty }.map { "<dd>\(number: $0)</dd>" }
    return "<dl class=\"tile\"><dt>\(title)</dt><dd class=\"value\">\(number: value)</dd>\(lines)</dl>\n"
  }
}
