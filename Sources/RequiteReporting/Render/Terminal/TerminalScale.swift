/// A number and its interval on a line of characters: `·····──●──│··········`.
package struct TerminalScale {
  /// The number at the left end.
  let from: Double
  /// The number at the right end.
  let to: Double
  /// How many characters.
  let cells: Int
  /// A number with a mark of its own, such as the zero of NPS.
  let mark: Double?

  /// The scale of loyalty given, with its zero.
  package static let loyalty = TerminalScale(from: -100, to: 100, cells: 21, mark: 0)
  /// The scale of loyalty returned.
  package static let returned = TerminalScale(from: 0, to: 100, cells: 21, mark: nil)

  /// The line for `value` and its interval; only the scale where there is no value.
  package func drawing(_ value: Double?, low: Double?, high: Double?) -> String {
    var line = Array(repeating: "·", count: cells)
    if let mark { line[cell(of: mark)] = "│" }
    guard let value else { return line.joined() }
    if let low, let high, low <= high {
      for index in cell(of: low)...cell(of: high) { line[index] = "─" }
    }
    line[cell(of: value)] = "●"
    return line.joined()
  }

  /// The character that `value` falls on; beyond an end, the end.
  private func cell(of value: Double) -> Int {
    let clamped = min(max(value, from), to)
    return Int((clamped - from) / (to - from) * Double(cells - 1) + 0.5)
  }
}
