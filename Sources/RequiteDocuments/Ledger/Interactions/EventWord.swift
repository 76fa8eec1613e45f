import RequiteModel

/// Who spoke and what happened.
struct EventWord {
  /// Who spoke.
  let direction: Direction
  /// What happened.
  let kind: EventKind

  /// By the eight bits of a ledger's word, `nil` for a word of a newer format: looked up once, not for each row.
  static let known: [EventWord?] = (0..<256).map { word in
    guard let direction = Direction(code: UInt8(word >> 4)), let kind = EventKind(code: UInt8(word & 15)) else {
      return nil
    }
    return EventWord(direction: direction, kind: kind)
  }
}
