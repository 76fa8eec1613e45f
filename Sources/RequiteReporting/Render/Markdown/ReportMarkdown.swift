import RequiteModel

/// `report.md`: the report for a terminal and for a merge request.
public enum ReportMarkdown {
  /// The file's bytes.
  public static func render(_ report: Report) -> [UInt8] {
    var sections = [opening(report)] + [MovementMarkdown(report: report).text].compactMap { $0 } + [overview(report)]
    sections += report.vendors.map { VendorMarkdown(vendor: $0, settings: report.settings).text }
    sections += [dumps(report)] + cautions(report) + [provenance(report)]
    return Array(sections.joined(separator: "\n").utf8)
  }

  private static func opening(_ report: Report) -> String {
    let compared = report.previous.map { ", compared with \(MarkdownText.escaped($0.version))" } ?? ""
    var text = "# \(MarkdownText.escaped(report.headline))\n\n"
    if let second = report.secondPhrase { text += "\(MarkdownText.escaped(second.text)).\n\n" }
    text += "\(Wording.period(of: report.settings)), method \(MarkdownText.escaped(report.settings.method.version)), "
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
      let (given, returned) = (vendor.window.loyalty, vendor.window.returned)
      let values = [
        (given?.valueText ?? "—", given, vendor.before?.loyalty),
        (vendor.window.returnedText(report.settings), returned, vendor.before?.returned),
      ]
      let cells = values.flatMap { value, now, before in
        [value, now?.intervalText ?? ""] + was.map { _ in before?.valueText ?? "" }
      }
      table.add([vendor.shownName] + cells + [vendor.window.responsesText])
    }
    return "## Vendors\n\n" + table.text
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

  /// Sentences about numbers that need care; no section without any.
  private static func cautions(_ report: Report) -> [String] {
    let lines = report.cautions.map { "- \(MarkdownText.escaped($0)).\n" }
    return lines.isEmpty ? [] : ["## To be read with care\n\n" + lines.joined()]
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
