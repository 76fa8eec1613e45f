import RequiteFormats
import RequiteModel

/// The midnights of the dates met last.
///
/// A dump's times fall on few dates, often of one month, so each date has its place by the digits of its day.
struct MidnightTable {
  private struct Day {
    /// The ten bytes of a date.
    var year = UInt64.max
    var day = UInt16.max
    /// None as long as no date was met: the first bytes are not those of a date.
    var midnight: Int64?
  }

  private var days = InlineArray<64, Day>(repeating: Day())

  /// Seconds from 1970 to midnight UTC of the date that the first ten bytes write, `2026-03-01`; `nil` if they do not.
  @inline(__always)
  mutating func midnight(of bytes: Bytes) -> Int64? {
    let year = bytes.word(at: 0)
    let day = bytes.pair(at: 8)
    let place = Int(bytes[8] & 3) << 4 | Int(bytes[9] & 15)
    let known = days[place]
    if known.year == year && known.day == day { return known.midnight }
    guard let date = MidnightTable.date(bytes) else { return nil }
    days[place] = Day(year: year, day: day, midnight: date.daysSince1970 * 86_400)
    return days[place].midnight
  }

  @inline(never)
  private static func date(_ bytes: Bytes) -> CivilDate? {
    guard bytes[4] == 0x2D, bytes[7] == 0x2D, let century = twoDigits(bytes, 0), let year = twoDigits(bytes, 2),
      let month = twoDigits(bytes, 5), let day = twoDigits(bytes, 8)
    else { return nil }
    return CivilDate(year: century * 100 + year, month: month, day: day)
  }

  private static func twoDigits(_ bytes: Bytes, _ index: Int) -> Int? {
    let tens = bytes[index] &- 0x30
    let units = bytes[index + 1] &- 0x30
    return tens <= 9 && units <= 9 ? Int(tens) * 10 + Int(units) : nil
  }
}
