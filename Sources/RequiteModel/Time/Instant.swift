/// A moment in time, to the second.
///
/// Every time Requite reads, stores or compares is a whole number of seconds since 1970-01-01T00:00:00Z, leap seconds not
/// counted. Fractions are dropped when a dump is read, so two facts in the same second are ordered by other fields.
public struct Instant: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z; negative before it.
  public var seconds: Int64

  /// Creates the moment `seconds` after 1970-01-01T00:00:00Z.
  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// Orders by time.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.seconds < right.seconds
  }

  /// The first midnight UTC that is later than this moment.
  ///
  /// Midnight itself gives the next midnight: a fact at 00:00:00 belongs to the day that begins there.
  public var nextMidnight: Instant {
    Instant(seconds: (seconds.flooredDivision(by: 86_400) + 1) * 86_400)
  }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC with whole seconds: `2026-03-01T00:00:00Z`.
  public var description: String {
    let date = CivilDate(daysSince1970: seconds.flooredDivision(by: 86_400))
    let second = seconds - seconds.flooredDivision(by: 86_400) * 86_400
    return "\(date)T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))Z"
  }

  private func padded(_ number: Int64) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension Instant {
  /// Reads RFC 3339 with a zone (`2026-03-01T09:30:00+01:00`, lower-case `t` and `z` allowed, fractions dropped).
  ///
  /// Returns `nil` for anything else: no zone, an impossible date, hour 24, a leap second, a year outside 0001–9999.
  public init?(rfc3339 text: String) {
    var bytes = Array(text.utf8)[...]
    guard let date = CivilDate(prefix: &bytes), let mark = bytes.popFirst(), mark | 0x20 == 0x74,
      let hour = bytes.popTwoDigits(), hour < 24, bytes.popFirst() == 0x3A,
      let minute = bytes.popTwoDigits(), minute < 60, bytes.popFirst() == 0x3A,
      let second = bytes.popTwoDigits(), second < 60
    else { return nil }
    if bytes.first == 0x2E {
      bytes.removeFirst()
      let fraction = bytes.prefix { (0x30...0x39).contains($0) }
      guard !fraction.isEmpty else { return nil }
      bytes.removeFirst(fraction.count)
    }
    guard let offset = bytes.popZoneOffset(), bytes.isEmpty else { return nil }
    seconds = date.daysSince1970 * 86_400 + Int64(hour * 3600 + minute * 60 + second) - offset
  }
}

extension ArraySlice<UInt8> {
  fileprivate mutating func popTwoDigits() -> Int? {
    guard count >= 2, let tens = popDigit(), let units = popDigit() else { return nil }
    return tens * 10 + units
  }

  fileprivate mutating func popDigit() -> Int? {
    guard let byte = popFirst(), (0x30...0x39).contains(byte) else { return nil }
    return Int(byte) - 0x30
  }

  fileprivate mutating func popZoneOffset() -> Int64? {
    guard let sign = popFirst() else { return nil }
    if sign | 0x20 == 0x7A { return 0 }
    guard sign == 0x2B || sign == 0x2D, let hour = popTwoDigits(), hour < 24, popFirst() == 0x3A,
      let minute = popTwoDigits(), minute < 60
    else { return nil }
    return Int64(hour * 3600 + minute * 60) * (sign == 0x2D ? -1 : 1)
  }
}

extension CivilDate {
  fileprivate init?(prefix bytes: inout ArraySlice<UInt8>) {
    guard let century = bytes.popTwoDigits(), let rest = bytes.popTwoDigits(), bytes.popFirst() == 0x2D,
      let month = bytes.popTwoDigits(), bytes.popFirst() == 0x2D, let day = bytes.popTwoDigits()
    else { return nil }
    self.init(year: century * 100 + rest, month: month, day: day)
  }
}
