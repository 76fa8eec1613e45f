/// A calendar month or an ISO week in UTC: a point of a trend.
///
/// Periods of one length never overlap, so that tests between them are fair (METHODS B15).
public struct TrendPeriod: Hashable, Sendable {
  /// `2026-03`, or `2026-W07` for a week; labels of one length sort as the periods do.
  public let label: String
  /// From its first second to the first of the next.
  public let window: Window

  /// The month in which `date` lies.
  public init(monthOf date: CivilDate) {
    let first = CivilDate(year: date.year, month: date.month, day: 1)!
    let isLast = date.month == 12
    let days = first.daysSince1970
    let next = CivilDate(year: date.year + (isLast ? 1 : 0), month: isLast ? 1 : date.month + 1, day: 1)
    self.init(label: date.monthLabel, firstDay: days, endDay: next?.daysSince1970 ?? days + 31)
  }

  /// The week in which `date` lies, from Monday to Sunday.
  ///
  /// It is numbered in the year of its Thursday (ISO 8601).
  public init(weekOf date: CivilDate) {
    let days = date.daysSince1970
    // 1970-01-01 was a Thursday.
    let monday = days - (days + 3).flooredRemainder(by: 7)
    let thursday = CivilDate(daysSince1970: monday + 3)
    let newYear = CivilDate(year: thursday.year, month: 1, day: 1)!.daysSince1970
    let number = (monday + 3 - newYear) / 7 + 1
    let label = "\(thursday.description.prefix(4))-W\(number < 10 ? "0" : "")\(number)"
    self.init(label: label, firstDay: monday, endDay: monday + 7)
  }

  private init(label: String, firstDay: Int64, endDay: Int64) {
    self.label = label
    window = Window(from: Instant(seconds: firstDay * 86_400), to: Instant(seconds: endDay * 86_400))
  }

  /// The periods of a length that touch any of `windows`, in order.
  public static func touching(_ windows: [Window], length: PeriodLength) -> [TrendPeriod] {
    guard length != .none, let first = windows.map(\.from.seconds).min(), let end = windows.map(\.to.seconds).max()
    else { return [] }
    var periods: [TrendPeriod] = []
    var day = first.flooredDivision(by: 86_400)
    while day * 86_400 < end {
      let date = CivilDate(daysSince1970: day)
      let period = length == .week ? TrendPeriod(weekOf: date) : TrendPeriod(monthOf: date)
      periods.append(period)
      day = period.window.to.seconds / 86_400
    }
    return periods
  }

  /// The period of a label that `touching` made; `nil` for anything else.
  public init?(label: String) {
    let parts = label.split(separator: "-")
    guard parts.count == 2, let year = Int(parts[0]) else { return nil }
    if let week = parts[1].first == "W" ? Int64(parts[1].dropFirst()) : nil {
      // 4 January always lies in the first week.
      guard let first = CivilDate(year: year, month: 1, day: 4) else { return nil }
      self.init(weekOf: CivilDate(daysSince1970: first.daysSince1970 + (week - 1) * 7))
    } else {
      guard let month = Int(parts[1]), let date = CivilDate(year: year, month: month, day: 1) else { return nil }
      self.init(monthOf: date)
    }
  }
}
