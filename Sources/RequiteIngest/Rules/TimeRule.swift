import RequiteFormats
import RequiteModel

/// A time: RFC 3339 with a zone, or Unix seconds.
///
/// Fractions of a second are dropped.
///
/// A time without a zone is refused rather than guessed. Almost all times of a dump share their date with the one before,
/// so the last date is kept beside its day number.
struct TimeRule {
  private var lastDate: (UInt64, UInt16) = (0, 0)
  private var lastMidnight: Int64 = 0

  /// Seconds since 1970, or a breach `<column>.format`.
  mutating func parse(_ field: Bytes, _ column: Column) throws(Breach) -> Int64 {
    let bytes = field.raw
    if bytes.count == 20, let seconds = parseUTC(bytes) { return seconds }
    guard let seconds = TimeRule.parseOther(bytes) else { throw Breach(column, "format") }
    return seconds
  }

  /// The common form, `2026-03-01T09:30:00Z`.
  private mutating func parseUTC(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    let date = (
      bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
    )
    guard bytes[10] == 0x54, bytes[19] == 0x5A, bytes[13] == 0x3A, bytes[16] == 0x3A,
      let hour = TimeRule.twoDigits(bytes, 11), let minute = TimeRule.twoDigits(bytes, 14),
      let second = TimeRule.twoDigits(bytes, 17), hour < 24, minute < 60, second < 60
    else { return nil }
    if date != lastDate {
      guard let day = TimeRule.date(bytes) else { return nil }
      lastDate = date
      lastMidnight = day.daysSince1970 * 86_400
    }
    return lastMidnight + Int64(hour * 3600 + minute * 60 + second)
  }

  /// The ten bytes `2026-03-01` as a date.
  private static func date(_ bytes: UnsafeRawBufferPointer) -> CivilDate? {
    guard bytes[4] == 0x2D, bytes[7] == 0x2D, let century = twoDigits(bytes, 0), let year = twoDigits(bytes, 2),
      let month = twoDigits(bytes, 5), let day = twoDigits(bytes, 8)
    else { return nil }
    return CivilDate(year: century * 100 + year, month: month, day: day)
  }

  private static func twoDigits(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int? {
    let tens = bytes[index] &- 0x30
    let units = bytes[index + 1] &- 0x30
    return tens <= 9 && units <= 9 ? Int(tens) * 10 + Int(units) : nil
  }

  /// Offsets, fractions, lower case, Unix seconds.
  private static func parseOther(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    guard bytes.count <= 64 else { return nil }
    if let number = WholeNumberRule.parse(bytes) {
      return (greatestPast...greatestFuture).contains(number) ? number : nil
    }
    return Instant(rfc3339: String(decoding: bytes, as: UTF8.self))?.seconds
  }

  /// 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z, the ends of what RFC 3339 can write.
  private static let greatestPast: Int64 = -62_135_596_800
  private static let greatestFuture: Int64 = 253_402_300_799
}

/// How late a time may be: 48 hours after the dump's date, so that one wrong row cannot move a night.
struct TimeLimit: Sendable {
  static let tolerance: Int64 = 48 * 3600
  let latest: Int64

  init(dumpDate: Instant) {
    latest = dumpDate.seconds + TimeLimit.tolerance
  }

  func check(_ seconds: Int64, _ column: Column) throws(Breach) {
    guard seconds <= latest else { throw Breach(rule: "time.future", field: column.rawValue) }
  }
}
