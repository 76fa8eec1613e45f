import RequiteModel

/// The day with which the period of a version ends, in words: `30 March`, or `30 December 2025` beside a day of 2026.
struct DayText: Hashable {
  private let year: Substring
  private let month: Int
  private let day: Int

  /// The day that the id of a version begins with; `nil` for an id that begins otherwise.
  init?(version: String) {
    let date = version.prefix(10)
    let parts = date.split(separator: "-")
    guard parts.count == 3, Instant(rfc3339: "\(date)T00:00:00Z") != nil, let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    (year, self.month, self.day) = (parts[0], month, day)
  }

  /// The day; with its year unless `other` has the same.
  func text(beside other: DayText?) -> String {
    let name = "\(day)\u{A0}\(DayText.months[month - 1])"
    return year == other?.year ? name : "\(name) \(year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
