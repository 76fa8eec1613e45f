/// Colour for a terminal, or none: padding is done before, because escape sequences have no width.
struct TerminalInk {
  /// Whether to write escape sequences at all.
  let isOn: Bool

  func strong(_ text: String) -> String { painted(text, "1") }
  func faint(_ text: String) -> String { painted(text, "2") }
  func up(_ text: String) -> String { painted(text, "34") }
  func down(_ text: String) -> String { painted(text, "33") }
  func warning(_ text: String) -> String { painted(text, "1;31") }

  private func painted(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
