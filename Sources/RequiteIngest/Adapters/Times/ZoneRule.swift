import RequiteModel

/// When the clock is put forward and back, year after year: `CET-1CEST,M3.5.0,M10.5.0/3`, as POSIX writes it.
struct ZoneRule {
  /// Seconds east of Greenwich in winter.
  private(set) var standard: Int64 = 0
  private var summer: (offset: Int64, start: Day, end: Day)?

  /// Reads a rule; `nil` for anything else.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    guard ZoneRule.skipName(&rest), let west = ZoneRule.time(&rest) else { return nil }
    standard = -west
    if rest.isEmpty { return }
    guard ZoneRule.skipName(&rest) else { return nil }
    var offset = standard + 3600
    if rest.first != UInt8(ascii: ",") {
      guard let west = ZoneRule.time(&rest) else { return nil }
      offset = -west
    }
    guard let start = Day(&rest), let end = Day(&rest), rest.isEmpty else { return nil }
    summer = (offset, start, end)
  }

  /// The changes of a year, in their order, each with the offset that holds from then on; none without summer time.
  func changes(in year: Int) -> [(at: Int64, offset: Int64)] {
    guard let summer else { return [] }
    let forward = (summer.start.seconds(in: year) - standard, summer.offset)
    let back = (summer.end.seconds(in: year) - summer.offset, standard)
    return forward.0 < back.0 ? [forward, back] : [back, forward]
  }

  /// A day of every year, with a time.
  private struct Day {
    private enum Kind { case week(month: Int, week: Int, weekday: Int), julian(Int), plain(Int) }
    private let kind: Kind
    private let time: Int64

    /// Reads `,M3.5.0/2`.
    init?(_ rest: inout ArraySlice<UInt8>) {
      guard rest.popFirst() == UInt8(ascii: ",") else { return nil }
      if rest.first == UInt8(ascii: "M") {
        rest.removeFirst()
        guard let month = ZoneRule.digits(&rest), rest.popFirst() == UInt8(ascii: "."),
          let week = ZoneRule.digits(&rest), rest.popFirst() == UInt8(ascii: "."),
          let weekday = ZoneRule.digits(&rest), (1...12).contains(month), (1...5).contains(week), weekday < 7
        else { return nil }
        kind = .week(month: Int(month), week: Int(week), weekday: Int(weekday))
      } else {
        let isJulian = rest.first == UInt8(ascii: "J")
        if isJulian { rest.removeFirst() }
        guard let number = ZoneRule.digits(&rest), number < 367 else { return nil }
        kind = isJulian ? .julian(Int(number)) : .plain(Int(number))
      }
      guard rest.first == UInt8(ascii: "/") else {
        time = 7200
        return
      }
      rest.removeFirst()
      guard let stated = ZoneRule.time(&rest) else { return nil }
      time = stated
    }

    /// The moment in a year, as if it were in UTC.
    func seconds(in year: Int) -> Int64 {
      let newYear = CivilDate(year: year, month: 1, day: 1)!.daysSince1970
      switch kind {
      case .plain(let number): return (newYear + Int64(number)) * 86_400 + time
      case .julian(let number):
        // 29 February is never counted.
        let isLeap = CivilDate(year: year, month: 2, day: 29) != nil
        return (newYear + Int64(number - 1 + (isLeap && number >= 60 ? 1 : 0))) * 86_400 + time
      case .week(let month, let week, let weekday):
        let first = CivilDate(year: year, month: month, day: 1)!.daysSince1970
        // 1970-01-01 was a Thursday, and Sunday is 0.
        let firstWeekday = Int((first % 7 + 11) % 7)
        var day = first + Int64((weekday - firstWeekday + 7) % 7 + (week - 1) * 7)
        while CivilDate(daysSince1970: day).month != month { day -= 7 }
        return day * 86_400 + time
      }
    }
  }
}

// MARK: - Parts of the text

extension ZoneRule {
  private static func skipName(_ rest: inout ArraySlice<UInt8>) -> Bool {
    if rest.first == UInt8(ascii: "<") {
      guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      rest = rest[(close + 1)...]
      return true
    }
    let name = rest.prefix { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    rest = rest[name.endIndex...]
    return name.count >= 3
  }

  /// Hours, perhaps with minutes and seconds, in seconds.
  private static func time(_ rest: inout ArraySlice<UInt8>) -> Int64? {
    let sign: Int64 = rest.first == UInt8(ascii: "-") ? -1 : 1
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    guard var seconds = digits(&rest).map({ $0 * 3600 }) else { return nil }
    for unit in [Int64(60), 1] where rest.first == UInt8(ascii: ":") {
      rest.removeFirst()
      guard let number = digits(&rest) else { return nil }
      seconds += number * unit
    }
    return sign * seconds
  }

  private static func digits(_ rest: inout ArraySlice<UInt8>) -> Int64? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }.prefix(4)
    rest = rest[digits.endIndex...]
    return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
  }
}
