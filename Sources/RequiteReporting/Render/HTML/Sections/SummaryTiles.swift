import RequiteModel

/// The first screen: four tiles on how it stands, of one vendor or from the least to the most of several.
struct SummaryTiles {
  let report: Report

  var markup: Markup {
    """
    <div class="tiles">
    \(number("Loyalty (NPS)") { $0.loyalty })\(number("Loyalty returned") { $0.returned })\(responses)\(checks)</div>

    """
  }

  // MARK: Numbers

  private func number(_ title: String, _ choose: (CellMeasures) -> Measure?) -> Markup {
    report.vendors.count == 1
      ? one(title, report.vendors[0], choose) : several(title, report.vendors, choose)
  }

  private func one(_ title: String, _ vendor: VendorReport, _ choose: (CellMeasures) -> Measure?) -> Markup {
    guard let now = choose(vendor.window), now.estimate != nil else {
      let remark = choose(vendor.window).flatMap { Wording.shortRemark(on: $0, settings: report.settings) }
      return tile(title, "—", ["\(remark ?? "Nothing to count")"])
    }
    let isPartial = title == "Loyalty returned" && !vendor.window.missingComponents(report.settings).isEmpty
    let interval = now.intervalText.map { "\($0.unbroken) (95\u{A0}%)" } ?? ""
    let was = vendor.before.flatMap(choose)?.estimate.map { "was \(NumberText.points($0))" } ?? ""
    return tile(title, now.valueText, ["\(number: was)", "\(number: interval)", isPartial ? "partial" : .empty])
  }

  /// From the least to the most, with the names of both.
  private func several(
    _ title: String, _ vendors: [VendorReport], _ choose: (CellMeasures) -> Measure?
  ) -> Markup {
    let known = vendors.filter { choose($0.window)?.estimate != nil }
      .sorted { choose($0.window)!.estimate! < choose($1.window)!.estimate! }
    guard let least = known.first, let most = known.last else {
      return tile(title, "—", [vendors.isEmpty ? "no data" : "\(vendors.count) vendors, none can be shown"])
    }
    let (low, high) = (choose(least.window)!.valueText, choose(most.window)!.valueText)
    let rest = vendors.count - known.count
    let hidden: Markup = rest > 0 ? "\(rest) not shown" : .empty
    if known.count == 1 { return tile(title, low, [short(least), hidden]) }
    let before = vendors.compactMap { $0.before.flatMap(choose)?.estimate }
    let was = before.isEmpty ? "" : "was \(NumberText.points(before.min()!)) to \(NumberText.points(before.max()!))"
    return tile(
      title, "\(low) to \(high)", ["\(number: was)", "\(short(least)) to \(short(most))", hidden], isRange: true)
  }

  /// A name that leaves a tile a tile; the whole of it stands below.
  private func short(_ vendor: VendorReport) -> Markup {
    "\(name: TextWidth.cut(VisibleText.of(vendor.shownName), to: 180))"
  }

  private var responses: Markup {
    let known = report.vendors.compactMap(\.window.responses)
    guard !known.isEmpty else {
      return tile("Responses", "—", [report.vendors.isEmpty ? "no data" : "too few to be counted in public"])
    }
    let before = report.vendors.compactMap { $0.before?.responses }
    let was = before.isEmpty ? "" : "was \(NumberText.count(before.reduce(0) { $0.addingUpToLimit($1) }))"
    let whose = known.count == 1 ? "customers" : "customers of \(known.count) vendors"
    let hidden = report.vendors.count - known.count
    return tile(
      "Responses", NumberText.count(known.reduce(0) { $0.addingUpToLimit($1) }),
      ["\(was)", "\(whose)", hidden > 0 ? "\(hidden) not shown" : .empty])
  }

  // MARK: Checks

  private var checks: Markup {
    let remarks = report.cautions.count
    let isIncomplete = !report.refusedDumps.isEmpty || !report.unbalancedDumps.isEmpty
    let value = isIncomplete ? "Incomplete" : report.dumps.isEmpty ? "—" : "Sound"
    let read = "\(NumberText.count(report.totals.reduce(0) { $0.addingUpToLimit($1.read) })) rows read"
    let care = remarks == 0 ? "" : Wording.counted(remarks, "remark", "remarks")
    return tile("Data checks", value, ["\(Wording.verdict(on: report))", "\(read)", "\(care)"])
  }

  private func tile(_ title: String, _ value: String, _ notes: [Markup], isRange: Bool = false) -> Markup {
    let lines: [Markup] = notes.filter { !$0.text.isEmpty }.map { "<dd>\($0)</dd>" }
    let kind: Markup = isRange ? "value range" : "value"
    return "<dl class=\"tile\"><dt>\(title)</dt><dd class=\"\(kind)\">\(number: value)</dd>\(lines)</dl>\n"
  }
}

extension String {
  /// The text with blanks at which no line ends.
  var unbroken: String { String(map { $0 == " " ? "\u{A0}" : $0 }) }
}
