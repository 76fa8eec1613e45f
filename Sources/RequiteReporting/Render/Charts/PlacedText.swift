/// A line of text with its place in a drawing: 13 units high, wherever it stands.
package struct PlacedText: Hashable, Sendable {
  /// Which part of the text stands at `x`.
  package enum Anchor: String, Sendable {
    case start, middle, end
  }

  /// The height of letters, the same everywhere, so that one number tells the smallest text of a page.
  package static let size = 13.0

  /// The text, hidden characters made visible.
  package let text: String
  package let x: Double
  /// The line on which the letters stand.
  package let y: Double
  package let anchor: Anchor
  /// Classes of the style sheet.
  package let style: String
  /// Whether it is a number: a minus in it is one.
  package let isNumber: Bool

  /// Places `text`, cut with `…` where it is wider than `limit`.
  init(
    _ text: String, x: Double, y: Double, _ anchor: Anchor = .start, style: String = "", isNumber: Bool = false,
    limit: Double = .infinity
  ) {
    self.text = TextWidth.cut(VisibleText.of(text), to: limit, isBold: PlacedText.isBold(style))
    self.x = x
    self.y = y
    self.anchor = anchor
    self.style = style
    self.isNumber = isNumber
  }

  /// How wide it is at most, with the widest of the usual fonts.
  package var width: Double { TextWidth.of(text, isBold: PlacedText.isBold(style)) }

  /// From where to where it reaches.
  package var across: ClosedRange<Double> {
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    return left...(left + width)
  }

  /// From the top of its capitals to below the line.
  package var down: ClosedRange<Double> { (y - 10)...(y + 3) }

  private static func isBold(_ style: String) -> Bool {
    style.split(separator: " ").contains("strong")
  }
}
