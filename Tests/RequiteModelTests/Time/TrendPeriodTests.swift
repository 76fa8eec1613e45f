import RequiteModel
import Testing

@Suite struct TrendPeriodTests {
  private func date(_ text: String) -> CivilDate {
    let parts = text.split(separator: "-").map { Int($0)! }
    return CivilDate(year: parts[0], month: parts[1], day: parts[2])!
  }

  private func window(_ from: String, _ to: String) -> Window {
    Window(from: Instant(rfc3339: from + "T00:00:00Z")!, to: Instant(rfc3339: to + "T00:00:00Z")!)
  }

  /// ISO 8601: a week belongs to the year of its Thursday.
  @Test(
    arguments: [
      ("2026-01-01", "2026-W01", "2025-12-29"), ("2025-12-29", "2026-W01", "2025-12-29"),
      ("2025-12-28", "2025-W52", "2025-12-22"), ("2021-01-03", "2020-W53", "2020-12-28"),
      ("2021-01-04", "2021-W01", "2021-01-04"), ("2027-01-03", "2026-W53", "2026-12-28"),
      ("2024-12-30", "2025-W01", "2024-12-30"), ("2024-12-29", "2024-W52", "2024-12-23"),
      ("2016-01-03", "2015-W53", "2015-12-28"), ("1970-01-01", "1970-W01", "1969-12-29"),
      ("1969-12-28", "1969-W52", "1969-12-22"), ("2000-02-29", "2000-W09", "2000-02-28"),
    ])
  func weeksAreThoseOfISO8601(day: String, label: String, monday: String) {
    let week = TrendPeriod(weekOf: date(day))
    #expect(week.label == label)
    #expect(week.window.from.seconds == date(monday).daysSince1970 * 86_400)
    #expect(week.window.to.seconds - week.window.from.seconds == 7 * 86_400)
  }

  @Test(
    arguments: [
      ("2026-01-31", "2026-01", 31), ("2026-12-01", "2026-12", 31), ("2024-02-29", "2024-02", 29),
      ("2023-02-01", "2023-02", 28), ("9999-12-31", "9999-12", 31),
    ] as [(String, String, Int64)])
  func monthsBeginOnTheFirst(day: String, label: String, days: Int64) {
    let month = TrendPeriod(monthOf: date(day))
    #expect(month.label == label)
    #expect(month.window.from.seconds == date(label + "-01").daysSince1970 * 86_400)
    #expect(month.window.to.seconds - month.window.from.seconds == days * 86_400)
  }

  /// Over twenty-eight years, after which weeks and leap years begin again.
  @Test(arguments: [PeriodLength.week, .month])
  func periodsFollowEachOtherWithoutAGap(length: PeriodLength) {
    let periods = TrendPeriod.touching([window("2000-01-01", "2028-01-01")], length: length)
    #expect(zip(periods, periods.dropFirst()).allSatisfy { $0.window.to == $1.window.from })
    #expect(zip(periods, periods.dropFirst()).allSatisfy { $0.label.utf8.lexicographicallyPrecedes($1.label.utf8) })
    #expect(periods.count == (length == .month ? 28 * 12 : 1462))
  }

  @Test(arguments: [PeriodLength.week, .month])
  func aLabelGivesItsPeriodBack(length: PeriodLength) {
    for period in TrendPeriod.touching([window("2000-01-01", "2028-01-01")], length: length) {
      #expect(TrendPeriod(label: period.label) == period)
    }
  }

  @Test(arguments: ["", "2026", "2026-", "2026-13", "2026-00", "2026-Wxx", "2026-01-01", "x-01", "window", "0-W01"])
  func whatIsNoLabelIsRefused(_ label: String) {
    #expect(TrendPeriod(label: label) == nil)
  }

  @Test func everyPeriodOfAnyWindowIsThere() {
    let windows = [window("2026-02-10", "2026-02-20"), window("2026-03-31", "2026-04-01")]
    #expect(TrendPeriod.touching(windows, length: .month).map(\.label) == ["2026-02", "2026-03"])
    #expect(TrendPeriod.touching(windows, length: .week).map(\.label).first == "2026-W07")
    #expect(TrendPeriod.touching(windows, length: .week).map(\.label).last == "2026-W14")
    #expect(TrendPeriod.touching(windows, length: .none).isEmpty)
    #expect(TrendPeriod.touching([], length: .month).isEmpty)
  }

  /// The end of a window lies outside it, its last second inside.
  @Test func aPeriodTouchesByItsSeconds() {
    var touched = window("2026-02-01", "2026-03-01")
    #expect(TrendPeriod.touching([touched], length: .month).map(\.label) == ["2026-02"])
    touched.to.seconds += 1
    #expect(TrendPeriod.touching([touched], length: .month).map(\.label) == ["2026-02", "2026-03"])
    touched.to = touched.from
    #expect(TrendPeriod.touching([touched], length: .month).isEmpty)
  }
}
