import Glibc

/// A moment of the clock or of a configuration, to the second, in UTC.
public struct UTCTime: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public var seconds: Int64

  /// Creates the moment `seconds` after 1970-01-01T00:00:00Z.
  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// What the clock says now: the only place where a stage asks what time it is.
  ///
  /// For logs, locks and freshness checks; never for what is hashed or scored. ``StageClock`` says which clock.
  public static func now() -> UTCTime {
    // A text that is no time has ended the stage before.
    if let moment = try? StageClock.moment() { return moment }
    // The C library fills in two numbers of ours.
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return UTCTime(seconds: Int64(time.tv_sec))
  }

  /// Orders by time.
  public static func < (left: UTCTime, right: UTCTime) -> Bool {
    left.seconds < right.seconds
  }
}

extension UTCTime: CustomStringConvertible {
  /// RFC 3339 in UTC with whole seconds: `2026-03-01T00:00:00Z`.
  public var description: String {
    let parts = CalendarParts(seconds: seconds)
    let date = "\(padded(parts.year, 4))-\(padded(parts.month))-\(padded(parts.day))"
    return "\(date)T\(padded(parts.hour)):\(padded(parts.minute)):\(padded(parts.second))Z"
  }

  private func padded(_ number: Int32, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension UTCTime {
  /// Reads RFC 3339 with a zone and whole seconds: `2026-03-01T00:00:00Z`, `2026-03-01T01:00:00+01:00`.
  ///
  /// Returns `nil` for anything else, such as a missing zone, an impossible date, a fraction or a leap second.
  public init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 25, let zone = UTCTime.zoneOffset(bytes[19...]),
      bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A,
      let year = UTCTime.number(bytes[0..<4]), let month = UTCTime.number(bytes[5..<7]),
      let day = UTCTime.number(bytes[8..<10]), let hour = UTCTime.number(bytes[11..<13]),
      let minute = UTCTime.number(bytes[14..<16]), let second = UTCTime.number(bytes[17..<19])
    else { return nil }
    let parts = CalendarParts(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    self.init(seconds: parts.seconds)
    // The C library moves impossible dates and hours to possible ones; writing the result shows whether it did.
    guard description.utf8.elementsEqual(bytes[..<19] + [0x5A]) else { return nil }
    seconds -= zone
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int32? {
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int32($1 - 0x30) }
  }

  private static func zoneOffset(_ zone: ArraySlice<UInt8>) -> Int64? {
    let bytes = Array(zone)
    if bytes == [0x5A] { return 0 }
    guard bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A,
      let hours = number(bytes[1..<3]), let minutes = number(bytes[4..<6]), hours < 24, minutes < 60
    else { return nil }
    return Int64(hours * 3600 + minutes * 60) * (bytes[0] == 0x2D ? -1 : 1)
  }
}
