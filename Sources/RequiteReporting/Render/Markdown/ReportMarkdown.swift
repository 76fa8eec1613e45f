import RequiteModel

/// `report.md`: the report for a terminal and for a merge request.
public enum ReportMarkdown {
  /// The file's bytes.
  public static func render(_ report: Report) -> [UInt8] {
    var sections = [opening(report), overview(report)]
    sections += report.vendors.map { vendor($0, report.settings) }
    sections += [dumps(report), provenance(report)]
    return Array(sections.joined(separator: "\n").utf8)
  }

  private static func opening(_ report: Report) -> String {
    let compared = report.previous.map { ", compared with \(MarkdownText.escaped($0.version))" } ?? ""
    var text = "# \(MarkdownText.escaped(report.headline))\n\n"
    text += "\(Wording.period(of: report.settings)), method \(MarkdownText.escaped(report.settings.method)), "
    text += "version \(MarkdownText.escaped(report.version))\(compared).\n"
    text += "\n**\(Wording.verdict(on: report)).**\n"
    return text
  }

  private static func overview(_ report: Report) -> String {
    guard !report.vendors.isEmpty else { return "## Vendors\n\nNo vendor has data in this period.\n" }
    // Without an earlier version there is nothing that was.
    let was: [MarkdownTable.Column] = report.previous == nil ? [] : [.init("was", isNumber: true)]
    let value: (String) -> [MarkdownTable.Column] = { [.init($0, isNumber: true), .init("95 %")] + was }
    var table = MarkdownTable(
      [.init("Vendor")] + value("Loyalty (NPS)") + value("Returned") + [.init("Responses", isNumber: true)])
    for vendor in report.vendors {
      let pairs = [
        (vendor.window.loyalty, vendor.before?.loyalty), (vendor.window.returned, vendor.before?.returned),
      ]
      let cells = pairs.flatMap { now, before in
        [now?.valueText ?? "—", now?.intervalText ?? ""] + was.map { _ in before?.valueText ?? "" }
      }
      table.add([vendor.name] + cells + [vendor.window.responsesText])
    }
    return "## Vendors\n\n" + table.text
  }

  private static func vendor(_ vendor: VendorReport, _ settings: Settings) -> String {
    var parts = ["## \(MarkdownText.escaped(vendor.name))\n"]
    for family in vendor.families {
      parts.append("### \(family.title)\n\n" + measures(family.measures, settings))
    }
    for cut in vendor.cuts {
      parts.append("### By \(MarkdownText.escaped(cut.dimension))\n\n" + cells(cut.levels, settings))
    }
    if !vendor.trend.isEmpty {
      parts.append("### By period\n\n" + cells(vendor.trend, settings))
    }
    return parts.joined(separator: "\n")
  }

  private static func measures(_ measures: [Measure], _ settings: Settings) -> String {
    var table = MarkdownTable([
      .init("Measure"), .init("Value", isNumber: true), .init("95 %"), .init("Cases", isNumber: true),
      .init("n", isNumber: true), .init("Remark"),
    ])
    for measure in measures {
      table.add([
        measure.metric.title, measure.valueText, measure.intervalText ?? "", measure.casesText ?? "",
        NumberText.count(measure.n), Wording.remark(on: measure, settings: settings) ?? "",
      ])
    }
    return table.text
  }

  /// One line a cell: what is given, what is returned.
  private static func cells(_ cells: [CellMeasures], _ settings: Settings) -> String {
    let isTrend = cells.contains { $0.period != "window" }
    var table = MarkdownTable([
      .init(isTrend ? "Period" : "Level"), .init("Loyalty (NPS)", isNumber: true), .init("95 %"),
      .init("Returned", isNumber: true), .init("95 %"), .init("Responses", isNumber: true), .init("Remark"),
    ])
    for cell in cells {
      let remarks = [cell.loyalty, cell.returned].compactMap { $0 }.filter { $0.estimate == nil }
        .compactMap { Wording.remark(on: $0, settings: settings) }
      table.add([
        isTrend ? cell.period : Wording.level(cell.level), cell.loyalty?.valueText ?? "—",
        cell.loyalty?.intervalText ?? "", cell.returned?.valueText ?? "—", cell.returned?.intervalText ?? "",
        cell.responsesText, remarks.first ?? "",
      ])
    }
    return table.text
  }

  private static func dumps(_ report: Report) -> String {
    guard !report.dumps.isEmpty else { return "## Dumps\n\nNone.\n" }
    var table = MarkdownTable([
      .init("Dump"), .init("Read", isNumber: true), .init("Accepted", isNumber: true),
      .init("Duplicates", isNumber: true), .init("Filtered", isNumber: true), .init("Quarantined", isNumber: true),
      .init("Remark"),
    ])
    for dump in report.dumps {
      let counts = [dump.read, dump.accepted, dump.duplicates, dump.filtered, dump.quarantined]
      let remark = dump.refused.map { "Refused: \($0)" } ?? (dump.isBalanced ? "" : "Rows do not add up")
      table.add([dump.dump] + counts.map { NumberText.count($0) } + [remark])
    }
    let repeats = Wording.repeats(in: report).map { "\n\($0).\n" } ?? ""
    return "## Dumps\n\n" + table.text + repeats + rules(report.ruleCounts)
  }

  private static func rules(_ rules: [RuleCount]) -> String {
    guard !rules.isEmpty else { return "" }
    var table = MarkdownTable([.init("Filtered or set aside, by rule"), .init("Rows", isNumber: true)])
    for rule in rules { table.add([rule.rule, NumberText.count(rule.rows)]) }
    return "\n" + table.text
  }

  private static func provenance(_ report: Report) -> String {
    let settings = report.settings
    return """
      ## Provenance

      - Responses: \(Wording.days(of: settings.surveyWindow))
      - Threads: \(Wording.days(of: settings.eventWindow)), each watched for \(NumberText.duration(settings.horizon))
      - As of: \(settings.asOf)
      - Numbers of fewer than \(settings.suppressionMinimum) customers are not shown.
      - Intervals are 95 % and cover sampling only.
      - Every number: `measures.csv` beside this file.

      """
  }
}
