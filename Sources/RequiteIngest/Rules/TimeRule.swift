import RequiteFormats
import RequiteModel

/// A time: RFC 3339 with a zone, or Unix seconds.
///
/// Fractions of a second are dropped.
///
/// A time without a zone is refused rather than guessed.
package struct TimeRule {
  private var midnights = MidnightTable()

  package init() {}

  /// Seconds since 1970, or a breach `<column>.format`.
  @inline(__always)
  mutating func parse(_ field: Bytes, _ column: Column) throws(Breach) -> Int64 {
    guard let seconds = seconds(field) else { throw Breach(column, "format") }
    return seconds
  }

  /// Seconds since 1970, `nil` for anything else.
  package mutating func seconds(_ bytes: Bytes) -> Int64? {
    parseUTC(bytes) ?? TimeRule.parseOther(bytes)
  }

  /// The common form, `2026-03-01T09:30:00Z`.
  @inline(__always)
  private mutating func parseUTC(_ bytes: Bytes) -> Int64? {
    guard bytes.count == 20, bytes[10] == 0x54, bytes[19] == 0x5A,
      let second = TimeRule.secondOfDay(bytes.word(at: 11)),
      let midnight = midnights.midnight(of: bytes)
    else { return nil }
    return midnight &+ second
  }

  /// The eight bytes `09:30:00` as seconds since midnight.
  @inline(__always)
  static func secondOfDay(_ text: UInt64) -> Int64? {
    let digits = text ^ 0x3030_3A30_303A_3030
    guard EightDigits.areDigits(digits, among: 0xFFFF_00FF_FF00_FFFF) else { return nil }
    let parts = EightDigits.joined(digits) & 0x00FF_0000_FF00_00FF
    // Bytes that reach 0x80: hours from 24, minutes and seconds from 60 on.
    guard (parts &+ 0x0044_0000_4400_0068) & 0x0080_0000_8000_0080 == 0 else { return nil }
    let (hours, minutes, seconds) = (parts & 0xFF, parts >> 24 & 0xFF, parts >> 48)
    return Int64(truncatingIfNeeded: hours &* 3600 &+ minutes &* 60 &+ seconds)
  }

  /// Offsets, fractions, lower case, Unix seconds.
  @inline(never)
  private static func parseOther(_ bytes: Bytes) -> Int64? {
    guard bytes.count <= 64 else { return nil }
    if bytes.count == 10, let first = EightDigits.number(bytes.word(at: 0)) {
      let (tens, units) = (bytes[8] &- 0x30, bytes[9] &- 0x30)
      return tens <= 9 && units <= 9 ? first * 100 + Int64(tens * 10 + units) : nil
    }
    if let number = WholeNumberRule.parse(bytes) {
      return (greatestPast...greatestFuture).contains(number) ? number : nil
    }
    return Instant(rfc3339: bytes.string)?.seconds
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
