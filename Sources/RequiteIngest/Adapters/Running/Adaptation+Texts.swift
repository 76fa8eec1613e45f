import RequiteFormats

extension Adaptation {
  /// What a step makes of a text that is not empty.
  func changed(_ text: Bytes, _ step: Instruction) -> Bytes {
    switch step.operation {
    case .trim: trimmed(text)
    case .lower: mapped(text) { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    case .upper: mapped(text) { (0x61...0x7A).contains($0) ? $0 & ~0x20 : $0 }
    case .decimalPoint: mapped(text) { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
    case .unguard: unguarded(text)
    case .unhtml: arena.make(atMost: text.count) { HTMLText.strip(text, to: &$0) }
    case .leadingInteger: leadingInteger(text)
    case .trailingInteger: trailingInteger(text)
    case .digits: digitsOnly(text)
    case .before: before(text, constants[Int(step.b)])
    case .after: after(text, text.place(of: constants[Int(step.b)]), Int(step.b))
    case .afterLast: after(text, text.lastPlace(of: constants[Int(step.b)]), Int(step.b))
    case .part: part(text, program.parts[Int(step.b)])
    default: text
    }
  }

  private func trimmed(_ text: Bytes) -> Bytes {
    var (start, end) = (0, text.count)
    while start < end && isSpace(text[start]) { start += 1 }
    while end > start && isSpace(text[end - 1]) { end -= 1 }
    return text.part(start..<end)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private func mapped(_ text: Bytes, _ change: (UInt8) -> UInt8) -> Bytes {
    arena.make(of: text, change)
  }

  private func unguarded(_ text: Bytes) -> Bytes {
    guard text.count > 1, text[0] == UInt8(ascii: "'") else { return text }
    switch text[1] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      return text.part(1..<text.count)
    default: return text
    }
  }

  /// The whole number at the beginning; the text itself if there is none, or if it goes on as a fraction.
  private func leadingInteger(_ text: Bytes) -> Bytes {
    let text = trimmed(text)
    var end = 0
    while end < text.count && text[end] &- 0x30 <= 9 { end += 1 }
    guard end > 0 else { return text }
    if end + 1 < text.count, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ",") {
      var place = end + 1
      while place < text.count && text[place] == 0x30 { place += 1 }
      if place < text.count && text[place] &- 0x30 <= 9 { return text }
    }
    return text.part(0..<end)
  }

  private func trailingInteger(_ text: Bytes) -> Bytes {
    let text = trimmed(text)
    var start = text.count
    while start > 0 && text[start - 1] &- 0x30 <= 9 { start -= 1 }
    return start == text.count ? text : text.part(start..<text.count)
  }

  private func digitsOnly(_ text: Bytes) -> Bytes {
    arena.make(atMost: text.count) { target in
      for index in 0..<text.count where text[index] &- 0x30 <= 9 { target.append(text[index]) }
    }
  }

  private func before(_ text: Bytes, _ mark: Bytes) -> Bytes {
    text.place(of: mark).map { text.part(0..<$0) } ?? text
  }

  private func after(_ text: Bytes, _ place: Int?, _ mark: Int) -> Bytes {
    place.map { text.part($0 + constants[mark].count..<text.count) } ?? text
  }

  private func part(_ text: Bytes, _ part: AdapterProgram.Part) -> Bytes {
    var rest = text
    for _ in 1..<part.number {
      guard let place = rest.place(of: part.separator) else { return constants[0] }
      rest = rest.part(place + part.separator.count..<rest.count)
    }
    return trimmed(before(rest, part.separator))
  }
}
