import RequiteModel

/// The windows of two versions, where they differ.
public struct PeriodChange: Hashable, Sendable {
  /// The moments up to which facts count.
  public let asOf: (before: Instant, after: Instant)
  /// Where responses count.
  public let surveyWindow: (before: Window, after: Window)
  /// Where threads count.
  public let eventWindow: (before: Window, after: Window)

  init?(from before: Settings, to after: Settings) {
    guard
      before.asOf != after.asOf || before.surveyWindow != after.surveyWindow || before.eventWindow != after.eventWindow
    else { return nil }
    asOf = (before.asOf, after.asOf)
    surveyWindow = (before.surveyWindow, after.surveyWindow)
    eventWindow = (before.eventWindow, after.eventWindow)
  }

  /// In a few words: `1 day` where all moved alike, else both survey windows, else what moved instead.
  var text: String {
    let shift = asOf.after.seconds - asOf.before.seconds
    if isShifted(surveyWindow, by: shift), isShifted(eventWindow, by: shift) {
      return (shift < 0 ? "back " : "") + PeriodChange.length(abs(shift))
    }
    if surveyWindow.before != surveyWindow.after {
      return "\(Wording.days(of: surveyWindow.before)) -> \(Wording.days(of: surveyWindow.after))"
    }
    if eventWindow.before != eventWindow.after {
      let days = "\(Wording.days(of: eventWindow.before)) -> \(Wording.days(of: eventWindow.after))"
      return "threads of \(days)"
    }
    return "as of \(asOf.before) -> \(asOf.after)"
  }

  private func isShifted(_ windows: (before: Window, after: Window), by shift: Int64) -> Bool {
    windows.after.from.seconds - windows.before.from.seconds == shift
      && windows.after.to.seconds - windows.before.to.seconds == shift
  }

  private static func length(_ seconds: Int64) -> String {
    guard seconds.isMultiple(of: 86_400) else { return NumberText.duration(seconds) }
    let days = seconds / 86_400
    return "\(NumberText.count(days)) \(days == 1 ? "day" : "days")"
  }
}

extension PeriodChange {
  /// Whether both describe the same move.
  public static func == (left: PeriodChange, right: PeriodChange) -> Bool {
    left.asOf == right.asOf && left.surveyWindow == right.surveyWindow && left.eventWindow == right.eventWindow
  }

  /// Feeds all moments to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(asOf.before)
    hasher.combine(asOf.after)
    hasher.combine([surveyWindow.before, surveyWindow.after, eventWindow.before, eventWindow.after])
  }
}
