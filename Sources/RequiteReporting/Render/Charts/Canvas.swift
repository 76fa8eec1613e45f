/// The two sizes in which every chart is drawn, so that its text never shrinks: one for a desk, one for a phone.
///
/// A container query shows the one that fits; the other takes no room and is not read aloud.
package struct Canvas: Hashable, Sendable {
  /// The class that the style sheet shows or hides.
  package let name: String
  /// Width in drawing units, about a pixel each.
  package let width: Double
  /// Width kept for labels left of the drawing; 0 where labels stand above their rows.
  let labels: Double
  /// Width kept for numbers right of the drawing.
  let numbers: Double

  package static let wide = Canvas(name: "wide", width: 720, labels: 190, numbers: 150)
  package static let narrow = Canvas(name: "narrow", width: 344, labels: 0, numbers: 0)

  /// Whether labels and numbers stand above their rows.
  var stacks: Bool { labels == 0 }

  /// Where the drawing begins.
  var left: Double { labels == 0 ? 8 : labels + 8 }

  /// Where the drawing ends.
  var right: Double { width - (numbers == 0 ? 8 : numbers + 8) }

  /// The place of `value` on a scale of `from`…`to`, clamped to its ends.
  func x(_ value: Double, from: Double, to: Double) -> Double {
    let share = (min(max(value, from), to) - from) / (to - from)
    return left + share * (right - left)
  }

  /// The label of a row: beside it where there is room, else above it and left of a number of `numberWidth`.
  func rowLabel(_ text: String, y: Double, numberWidth: Double, style: String = "") -> PlacedText {
    stacks
      ? PlacedText(text, x: left, y: y, style: style, limit: right - left - numberWidth - 12)
      : PlacedText(text, x: labels, y: y, .end, style: style, limit: labels)
  }
}
