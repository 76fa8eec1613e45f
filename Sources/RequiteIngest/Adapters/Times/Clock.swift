import RequiteFormats
import RequiteModel

/// Reads the times of one column: in which notations they are written, and in which zone if they do not say.
package final class Clock {
  /// What changes from time to time.
  private struct State {
    var zone: Zone?
    var midnights = MidnightTable()
    /// The date read last by a pattern, and its midnight: none for the zeros that a time without a date leaves.
    var date = (year: 0, month: 0, day: 0)
    var midnight: Int64?
  }

  private let notations: [TimeNotation]
  private let setting: ClockSetting
  /// The column that is being worked out.
  package let field: String
  /// What stands between date and time where a notation is the common one: `2026-03-01 09:30:00`.
  private let plainMark: UInt8?
  private let state: PinnedValue<State>

  /// Prepares to read times of a column.
  package init(_ notations: [TimeNotation], _ setting: ClockSetting, zone: Zone?, field: String) {
    self.notations = notations
    self.setting = setting
    self.field = field
    plainMark = notations.lazy.compactMap(\.plainMark).first
    state = PinnedValue(State(zone: zone))
  }

  /// Seconds since 1970; `nil` for a time that is not so written, does not exist, or has no zone.
  package func seconds(_ bytes: Bytes) -> Int64? {
    if let plainMark, bytes.count == 19, bytes[10] == plainMark, let local = plainLocal(bytes),
      let moment = moment(ofLocal: local)
    {
      return moment
    }
    return secondsByNotations(bytes)
  }

  private func secondsByNotations(_ bytes: Bytes) -> Int64? {
    for notation in notations {
      let seconds: Int64? =
        switch notation {
        case .pattern(let pattern): patternSeconds(bytes, pattern)
        case .epoch: Clock.epochSeconds(bytes)
        case .spreadsheet: Clock.spreadsheetLocal(bytes).flatMap { moment(ofLocal: $0) }
        }
      if let seconds { return seconds }
    }
    return nil
  }

  /// The common form, without taking a pattern to it letter by letter.
  private func plainLocal(_ bytes: Bytes) -> Int64? {
    guard let second = TimeRule.secondOfDay(bytes.word(at: 11)),
      let midnight = state.change({ $0.midnights.midnight(of: bytes) })
    else { return nil }
    return midnight + second
  }

  private func patternSeconds(_ bytes: Bytes, _ pattern: TimePattern) -> Int64? {
    guard let reading = TimeReading(bytes, by: pattern), let midnight = midnight(of: reading) else { return nil }
    let local = midnight + reading.secondOfDay
    if let offset = reading.offset { return local - offset }
    return moment(ofLocal: local)
  }

  private func midnight(of reading: TimeReading) -> Int64? {
    state.change { state in
      let known = state.date
      if reading.year == known.year && reading.month == known.month && reading.day == known.day {
        return state.midnight
      }
      guard let civil = CivilDate(year: reading.year, month: reading.month, day: reading.day) else { return nil }
      state.date = (reading.year, reading.month, reading.day)
      state.midnight = civil.daysSince1970 * 86_400
      return state.midnight
    }
  }

  private func moment(ofLocal local: Int64) -> Int64? {
    state.change { $0.zone?.moment(ofLocal: local, setting) }
  }

  /// Seconds from 1990 to 2100, by the number of digits: seconds, milliseconds or microseconds.
  ///
  /// Anything outside is more likely a mistake than a time.
  private static func epochSeconds(_ bytes: Bytes) -> Int64? {
    guard bytes.count <= 24 else { return nil }
    let point = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
    guard point == bytes.count || bytes.dropFirst(point + 1).allSatisfy({ $0 &- 0x30 <= 9 }),
      var number = WholeNumberRule.parse(bytes.part(0..<point))
    else { return nil }
    for _ in 0..<2 where number > 4_102_444_800 { number /= 1000 }
    return (631_152_000...4_102_444_800).contains(number) ? number : nil
  }

  /// Days since 1899-12-30 as local seconds, to the nearest second.
  private static func spreadsheetLocal(_ bytes: Bytes) -> Int64? {
    guard let millionths = DecimalRule.spreadsheetDays(bytes), millionths > 0 else { return nil }
    return (millionths * 86_400 + 500_000) / 1_000_000 - 25_569 * 86_400
  }
}

extension DecimalRule {
  /// A number in millionths, further decimals dropped.
  fileprivate static func spreadsheetDays(_ bytes: Bytes) -> Int64? {
    let point = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
    guard bytes.count <= 32, point <= 6 else { return nil }
    return parse(bytes.part(0..<min(bytes.count, point + 7)))
  }
}

extension TimeNotation {
  /// What stands between date and time, if this is `yyyy-MM-dd HH:mm:ss`, or can be.
  fileprivate var plainMark: UInt8? {
    guard case .pattern(let pattern) = self else { return nil }
    switch pattern.text {
    case "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm[:ss]", "yyyy-MM-dd HH:mm:ss[ ][z]": return UInt8(ascii: " ")
    case "yyyy-MM-dd'T'HH:mm:ss": return UInt8(ascii: "T")
    default: return nil
    }
  }
}
