/// A chart before it becomes SVG: shapes and texts with their places.
///
/// A chart only computes; that no two texts overlap and none leaves the drawing can be told from here, without a browser.
package struct Drawing: Hashable, Sendable {
  /// A place in drawing units, about a pixel each; `y` grows downwards.
  package struct Point: Hashable, Sendable {
    package let x: Double
    package let y: Double
  }

  /// What is drawn; `style` names classes of the style sheet.
  package enum Mark: Hashable, Sendable {
    case line(Point, Point, style: String)
    case box(Point, width: Double, height: Double, style: String)
    case dot(Point, radius: Double, style: String)
    /// Straight pieces through all points; an area where it is closed.
    case path([Point], isClosed: Bool, style: String)
    case text(PlacedText)
  }

  /// Width in drawing units.
  package let width: Double
  /// Height in drawing units.
  package var height: Double
  /// In the order in which they are painted.
  package private(set) var marks: [Mark] = []

  init(width: Double, height: Double = 0) {
    self.width = width
    self.height = height
  }

  /// The texts, in the order in which they are painted.
  package var texts: [PlacedText] {
    marks.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    marks.append(.line(Point(x: x1, y: y1), Point(x: x2, y: y2), style: style))
  }

  mutating func box(_ x: Double, _ y: Double, width: Double, height: Double, _ style: String) {
    marks.append(.box(Point(x: x, y: y), width: width, height: height, style: style))
  }

  mutating func dot(_ x: Double, _ y: Double, radius: Double, _ style: String) {
    marks.append(.dot(Point(x: x, y: y), radius: radius, style: style))
  }

  mutating func path(_ points: [Point], isClosed: Bool = false, _ style: String) {
    marks.append(.path(points, isClosed: isClosed, style: style))
  }

  mutating func text(_ text: PlacedText) {
    marks.append(.text(text))
  }
}
