import RequiteModel

/// The sentences of a report that do not depend on where it is shown.
public enum Wording {
  /// What `measure`'s reason means for its reader; `nil` for a number that needs no remark.
  public static func remark(on measure: Measure, settings: Settings) -> String? {
    Remark(on: measure, settings: settings).text
  }

  /// The same where there is little room, as in charts and on a terminal.
  public static func shortRemark(on measure: Measure, settings: Settings) -> String? {
    measure.reason == .smallCell ? "Not shown, to protect a small group" : remark(on: measure, settings: settings)
  }

  /// What `measure`, a number of `cell`, means for its reader: its reason, or what an index leaves out.
  public static func remark(on measure: Measure, in cell: CellMeasures, settings: Settings) -> String? {
    guard measure.key.metric == "reciprocity.index", measure.reason == nil, let gap = gap(in: cell, settings) else {
      return remark(on: measure, settings: settings)
    }
    return gap
  }

  /// Which components the index of `cell` leaves out: `Partial: without Listening and Fair changes`.
  static func gap(in cell: CellMeasures, _ settings: Settings) -> String? {
    let missing = cell.missingComponents(settings).map(\.title)
    return missing.isEmpty ? nil : "Partial: without \(listed(missing))"
  }

  /// The survey window in words: `90 days to 2026-03-31`, naming the last day inside.
  public static func period(of settings: Settings) -> String {
    let window = settings.surveyWindow
    let days = max(0, window.to.seconds - window.from.seconds) / 86_400
    return "\(days) \(days == 1 ? "day" : "days") to \(lastDay(of: window))"
  }

  /// The first and the last day of `window`: `2026-01-01 to 2026-03-31`.
  public static func days(of window: Window) -> String {
    "\(day(of: window.from)) to \(lastDay(of: window))"
  }

  /// What the accounts of the dumps say about how far the numbers can be trusted.
  public static func verdict(on report: Report) -> String {
    let (refused, unbalanced) = (report.refusedDumps.count, report.unbalancedDumps.count)
    if refused > 0 { return "Incomplete: \(counted(refused, "dump was", "dumps were")) refused" }
    if unbalanced > 0 { return "The rows of \(counted(unbalanced, "dump", "dumps")) do not add up" }
    if report.dumps.isEmpty { return "No dumps" }
    return "Every row is accounted for"
  }

  /// Which of the accepted rows do not count, in a sentence without its full stop; `nil` when all do.
  public static func repeats(in report: Report) -> String? {
    let (repeated, erased) = report.setAsideFacts
    var parts: [String] = []
    if repeated > 0 {
      parts.append("\(NumberText.count(repeated)) \(repeated == 1 ? "repeats" : "repeat") a row of another dump")
    }
    if erased > 0 {
      parts.append("\(NumberText.count(erased)) \(erased == 1 ? "is" : "are") of customers to be forgotten")
    }
    return parts.isEmpty ? nil : "Of the accepted rows, " + parts.joined(separator: " and ") + ": they do not count"
  }

  /// What a table of levels says of those it does not list, without a full stop; `nil` where it lists all.
  static func unlisted(in cut: DimensionCut) -> String? {
    let count = cut.unlistedCount
    guard count > 0 else { return nil }
    let most = "The \(DimensionCut.mostListed) levels with most responses"
    return "\(most); \(NumberText.count(Int64(count))) more in measures.csv"
  }

  /// `1 dump`, `2 dumps`.
  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// `a`, `a and b`, `a, b and c`.
  static func listed(_ names: [String]) -> String {
    guard names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }

  /// The name of a level, where the source gave one.
  static func level(_ name: String) -> String {
    name.isEmpty ? "not stated" : name
  }

  private static func day(of instant: Instant) -> String {
    String(instant.description.prefix { $0 != "T" })
  }

  private static func lastDay(of window: Window) -> String {
    day(of: Instant(seconds: max(window.from.seconds, window.to.seconds - 1)))
  }
}
