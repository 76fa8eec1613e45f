/// How a time is written, letter by letter: `yyyy-MM-dd HH:mm:ss`.
///
/// The letters are those of Unicode's date patterns: `yyyy`, `yy`, `M`, `MM`, `MMM`, `d`, `dd`, `EEE` (English names), `H`,
/// `HH`, `h`, `hh`, `mm`, `ss`, `S` (any number of decimals), `a` (am and pm, in any case), `Z` (`+01:00`, `+0100`, `+01` or
/// `Z`), `z` (`UTC`, `GMT+5:30`). Text in quotes stands for itself, what is in brackets may be missing, and all other
/// characters stand for themselves too.
package struct TimePattern: Hashable, Sendable {
  /// A part of a pattern.
  enum Part: Hashable, Sendable {
    case year
    case shortYear
    /// One or two digits, or two where `isFixed`.
    case month(isFixed: Bool)
    case monthName
    case dayName
    case day(isFixed: Bool)
    case hour(isFixed: Bool)
    case hourOfHalf(isFixed: Bool)
    case minute
    case second
    case fraction
    case half
    case offset
    case zone
    case byte(UInt8)
    /// The parts up to that place may be missing.
    case optional(end: Int)
  }

  let parts: [Part]
  /// The pattern as it was written.
  package let text: String

  /// RFC 3339, also with a space for the `T`, without seconds and without a zone.
  package static let iso = TimePattern("yyyy-MM-dd['T'][' ']HH:mm[:ss][.S][Z]")!

  /// Reads a pattern; `nil` for a letter that means nothing, or brackets or quotes that are not closed.
  package init?(_ text: String) {
    self.text = text
    var parts: [Part] = []
    var open: [Int] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.first {
      switch byte {
      case UInt8(ascii: "["):
        bytes.removeFirst()
        open.append(parts.count)
        parts.append(.optional(end: 0))
      case UInt8(ascii: "]"):
        bytes.removeFirst()
        guard let start = open.popLast() else { return nil }
        parts[start] = .optional(end: parts.count)
      case UInt8(ascii: "'"):
        guard let close = bytes.dropFirst().firstIndex(of: byte) else { return nil }
        parts += bytes[bytes.startIndex + 1..<close].map { .byte($0) }
        bytes = bytes[(close + 1)...]
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        let run = bytes.prefix { $0 == byte }
        guard let part = Part(letter: Character(Unicode.Scalar(byte)), count: run.count) else { return nil }
        parts.append(part)
        bytes = bytes[run.endIndex...]
      default:
        parts.append(.byte(byte))
        bytes.removeFirst()
      }
    }
    guard open.isEmpty, !parts.isEmpty else { return nil }
    self.parts = parts
  }

  /// Whether every time so written states its zone.
  package var hasZone: Bool {
    var end = 0
    return parts.enumerated().contains { index, part in
      if case .optional(let close) = part { end = max(end, close) }
      return index >= end && (part == .offset || part == .zone)
    }
  }
}

extension TimePattern.Part {
  fileprivate init?(letter: Character, count: Int) {
    switch (letter, count) {
    case ("y", 4): self = .year
    case ("y", 2): self = .shortYear
    case ("M", 1), ("M", 2): self = .month(isFixed: count == 2)
    case ("M", 3): self = .monthName
    case ("E", 1...3): self = .dayName
    case ("d", 1), ("d", 2): self = .day(isFixed: count == 2)
    case ("H", 1), ("H", 2): self = .hour(isFixed: count == 2)
    case ("h", 1), ("h", 2): self = .hourOfHalf(isFixed: count == 2)
    case ("m", 2): self = .minute
    case ("s", 2): self = .second
    case ("S", _): self = .fraction
    case ("a", 1): self = .half
    case ("Z", 1), ("X", 1...3): self = .offset
    case ("z", 1): self = .zone
    default: return nil
    }
  }
}
