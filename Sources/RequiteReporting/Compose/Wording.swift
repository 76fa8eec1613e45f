import RequiteModel

/// The sentences of a report that do not depend on where it is shown.
public enum Wording {
  /// What `measure`'s reason means for its reader; `nil` for a number that needs no remark.
  public static func remark(on measure: Measure, settings: Settings) -> String? {
    guard let reason = measure.reason else { return measure.estimate == nil ? "Not shown" : nil }
    switch reason {
    case .noData: return "Nothing to count"
    case .tooFewForVariance: return "No interval: fewer than two customers"
    case .zeroVariance: return "All answers alike: the interval is an approximation"
    case .smallCell: return "Not shown: fewer than \(settings.suppressionMinimum) customers"
    case .denominatorTooSmall: return tooFewCases(measure, needed: settings.minimumDenominator)
    case .pillarEmpty: return "Not shown: a whole pillar has nothing to count"
    case .notConverged: return "Not shown: the weights do not reach the known margins"
    case .notReached: return "Not reached: fewer than half were answered in the time observed"
    }
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

  /// `1 dump`, `2 dumps`.
  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// The name of a level, where the source gave one.
  static func level(_ name: String) -> String {
    name.isEmpty ? "not stated" : name
  }

  private static func tooFewCases(_ measure: Measure, needed: Int64) -> String {
    guard let cases = measure.denominator else { return "Not shown: fewer than \(needed) cases" }
    return "Not shown: \(NumberText.count(cases)) \(cases == 1 ? "case" : "cases"), \(needed) needed"
  }

  private static func day(of instant: Instant) -> String {
    String(instant.description.prefix { $0 != "T" })
  }

  private static func lastDay(of window: Window) -> String {
    day(of: Instant(seconds: max(window.from.seconds, window.to.seconds - 1)))
  }
}
