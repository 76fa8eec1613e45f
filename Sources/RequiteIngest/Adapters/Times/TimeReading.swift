import RequiteFormats
import RequiteModel

/// The parts of a time, as a pattern finds them in a text.
struct TimeReading {
  private(set) var year = 0
  private(set) var month = 0
  private(set) var day = 0
  private(set) var hour = 0
  private(set) var minute = 0
  private(set) var second = 0
  /// Seconds east of Greenwich, where the text says so.
  private(set) var offset: Int64?
  private var isAfternoon: Bool?
  private var position = 0

  /// Reads `bytes` by `pattern`; `nil` if they are not so written, or are no time.
  init?(_ bytes: Bytes, by pattern: TimePattern) {
    guard read(bytes, pattern.parts, 0, pattern.parts.count), position == bytes.count else { return nil }
    if let isAfternoon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    guard hour < 24, minute < 60, second < 60 else { return nil }
  }

  /// Seconds since midnight.
  var secondOfDay: Int64 {
    Int64(hour * 3600 + minute * 60 + second)
  }

  private mutating func read(
    _ bytes: Bytes, _ parts: [TimePattern.Part], _ start: Int, _ end: Int
  ) -> Bool {
    var index = start
    while index < end {
      if case .optional(let close) = parts[index] {
        let before = self
        if !read(bytes, parts, index + 1, close) { self = before }
        index = close
      } else {
        guard take(parts[index], bytes) else { return false }
        index += 1
      }
    }
    return true
  }

  private mutating func take(_ part: TimePattern.Part, _ bytes: Bytes) -> Bool {
    switch part {
    case .year: return keep(number(bytes, 4...4)) { $0.year = $1 }
    case .shortYear: return keep(number(bytes, 2...2)) { $0.year = 2000 + $1 }
    case .month(let isFixed): return keep(number(bytes, isFixed ? 2...2 : 1...2)) { $0.month = $1 }
    case .day(let isFixed): return keep(number(bytes, isFixed ? 2...2 : 1...2)) { $0.day = $1 }
    case .hour(let isFixed), .hourOfHalf(let isFixed):
      return keep(number(bytes, isFixed ? 2...2 : 1...2)) { $0.hour = $1 }
    case .minute: return keep(number(bytes, 2...2)) { $0.minute = $1 }
    case .second: return keep(number(bytes, 2...2)) { $0.second = $1 }
    case .fraction:
      let first = position
      while position < bytes.count, bytes[position] &- 0x30 <= 9 { position += 1 }
      return position > first
    case .monthName: return name(bytes, of: "JanFebMarAprMayJunJulAugSepOctNovDec") { $0.month = $1 + 1 }
    case .dayName: return name(bytes, of: "MonTueWedThuFriSatSun") { _, _ in }
    case .half:
      guard position + 2 <= bytes.count, bytes[position + 1] | 0x20 == UInt8(ascii: "m") else { return false }
      let letter = bytes[position] | 0x20
      guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return false }
      isAfternoon = letter == UInt8(ascii: "p")
      position += 2
      return true
    case .offset: return readOffset(bytes)
    case .zone: return readZone(bytes)
    case .byte(let byte): return skip(bytes, byte)
    case .optional: return false
    }
  }
}

// MARK: - Parts

extension TimeReading {
  private mutating func skip(_ bytes: Bytes, _ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Keeps a part that was found.
  private mutating func keep(_ value: Int?, _ assign: (inout TimeReading, Int) -> Void) -> Bool {
    guard let value else { return false }
    assign(&self, value)
    return true
  }

  private mutating func number(_ bytes: Bytes, _ digits: ClosedRange<Int>) -> Int? {
    var count = 0
    var result = 0
    while count < digits.upperBound, position < bytes.count, bytes[position] &- 0x30 <= 9 {
      result = result * 10 + Int(bytes[position] &- 0x30)
      position += 1
      count += 1
    }
    return count >= digits.lowerBound ? result : nil
  }

  /// Three letters out of a list, in any case.
  private mutating func name(
    _ bytes: Bytes, of names: StaticString, _ keep: (inout TimeReading, Int) -> Void
  ) -> Bool {
    guard position + 3 <= bytes.count else { return false }
    let names = Bytes(names)
    for index in 0..<names.count / 3 {
      guard (0..<3).allSatisfy({ bytes[position + $0] | 0x20 == names[index * 3 + $0] | 0x20 }) else { continue }
      keep(&self, index)
      position += 3
      return true
    }
    return false
  }

  /// `Z`, or a sign with hours and perhaps minutes.
  private mutating func readOffset(_ bytes: Bytes) -> Bool {
    guard position < bytes.count else { return false }
    let sign = bytes[position]
    position += 1
    if sign | 0x20 == UInt8(ascii: "z") {
      offset = 0
      return true
    }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
    guard let hours = number(bytes, 1...2) else { return false }
    var minutes = 0
    if skip(bytes, UInt8(ascii: ":")) || (position < bytes.count && bytes[position] &- 0x30 <= 9) {
      guard let stated = number(bytes, 2...2) else { return false }
      minutes = stated
    }
    guard hours < 24, minutes < 60 else { return false }
    offset = Int64(hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
    return true
  }

  /// `UTC` or `GMT`, perhaps with an offset; or an offset alone.
  private mutating func readZone(_ bytes: Bytes) -> Bool {
    guard name(bytes, of: "UTCGMT", { _, _ in }) else { return readOffset(bytes) }
    offset = 0
    guard position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") else {
      return true
    }
    return readOffset(bytes)
  }
}
