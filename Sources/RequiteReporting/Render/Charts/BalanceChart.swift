/// Loyalty given against loyalty returned: a dot a vendor or group, in one of four named quadrants.
struct BalanceChart {
  /// One dot.
  struct Dot {
    let label: String
    /// NPS, −100…100.
    let given: Double
    /// Index, 0…100.
    let returned: Double
    /// Answers behind it.
    let responses: Int64

    /// How much more is given than returned, both on 0…100.
    var gap: Double { (given + 100) / 2 - returned }
    /// The gap of all who answered.
    var impact: Double { gap * Double(responses) }
  }

  static let mostDots = 300
  static let mostLabels = 5

  let title: String
  let dots: [Dot]
  /// From which index on loyalty counts as returned.
  let cut: Double

  /// The figure; `nil` without dots.
  var figure: Figure? {
    guard !dots.isEmpty else { return nil }
    return Figure(title: title, finding: finding) { canvas in
      let frame = BalanceFrame(canvas: canvas, cut: cut)
      var drawing = Drawing(width: canvas.width, height: frame.bottom + 46)
      drawGround(frame, &drawing)
      let shown = Array(dots.sorted { $0.impact > $1.impact }.prefix(BalanceChart.mostDots))
      let places = shown.map { (x: frame.x($0.given), y: frame.y($0.returned), radius: radius($0, of: shown)) }
      // Small ones last, so that none is hidden.
      for index in shown.indices.sorted(by: { places[$0].radius > places[$1].radius }) {
        drawing.dot(places[index].x, places[index].y, radius: places[index].radius, "bubble")
      }
      let labelled = zip(shown, places).prefix(BalanceChart.mostLabels).map { ($0.label, $1) }
      for label in BubbleLabels(frame: frame, taken: drawing.texts).placed(labelled) { drawing.text(label) }
      return drawing
    }
  }

  private var finding: String {
    let parts = BalanceQuadrantName.allCases.compactMap { name -> String? in
      let inside = dots.filter { BalanceQuadrantName(given: $0.given, returned: $0.returned, cut: cut) == name }
      guard !inside.isEmpty else { return nil }
      let names = Cautions.listed(inside.sorted { $0.impact > $1.impact }.map(\.label))
      return "\(name.rawValue): \(names)."
    }
    return parts.joined(separator: " ")
  }

  /// The area follows the number of answers.
  private func radius(_ dot: Dot, of dots: [Dot]) -> Double {
    let most = max(1, dots.map(\.responses).max() ?? 1)
    return 4 + 8 * (Double(max(0, dot.responses)) / Double(most)).squareRoot()
  }

  private func drawGround(_ frame: BalanceFrame, _ drawing: inout Drawing) {
    let (x, y) = (frame.x(0), frame.y(cut))
    drawing.box(x, y, width: frame.right - x, height: frame.bottom - y, "act")
    let (columns, rows) = ([-100.0, -50, 0, 50, 100], [0.0, 20, 40, 60, 80, 100])
    for value in columns { drawing.line(frame.x(value), frame.top, frame.x(value), frame.bottom, "grid") }
    for value in rows { drawing.line(frame.left, frame.y(value), frame.right, frame.y(value), "grid") }
    for value in columns {
      let anchor: PlacedText.Anchor = value == -100 ? .start : value == 100 ? .end : .middle
      let label = FixedDecimal.text(of: value, places: 0)
      drawing.text(
        PlacedText(label, x: frame.x(value), y: frame.bottom + 18, anchor, style: "muted", isNumber: true))
    }
    for value in rows {
      let label = FixedDecimal.text(of: value, places: 0)
      drawing.text(PlacedText(label, x: frame.left - 8, y: frame.y(value) + 4.5, .end, style: "muted"))
    }
    drawing.line(x, frame.top, x, frame.bottom, "axis")
    drawing.line(frame.left, y, frame.right, y, "axis")
    drawNames(frame, &drawing)
  }

  private func drawNames(_ frame: BalanceFrame, _ drawing: inout Drawing) {
    let (top, bottom) = (frame.top + 17, frame.bottom - 8)
    let (left, right) = (frame.left + 8, frame.right - 8)
    let names: [(BalanceQuadrantName, Double, Double, PlacedText.Anchor)] = [
      (.indulged, left, top, .start), (.mutual, right, top, .end), (.estranged, left, bottom, .start),
      (.unrequited, right, bottom, .end),
    ]
    for (name, x, y, anchor) in names {
      drawing.text(PlacedText(name.rawValue, x: x, y: y, anchor, style: name == .unrequited ? "warn strong" : "muted"))
    }
    drawing.text(PlacedText("Loyalty given (NPS) →", x: frame.right, y: frame.bottom + 38, .end, style: "muted"))
    drawing.text(PlacedText("↑ Loyalty returned", x: frame.left - 28, y: 13, style: "muted"))
  }
}

/// The four quadrants, as customers would say it.
enum BalanceQuadrantName: String, CaseIterable {
  case unrequited = "Loved, not returned"
  case mutual = "Loved and returned"
  case indulged = "Returned, not loved"
  case estranged = "Neither"

  /// Where a dot lies; on a line it counts as loved, or as returned.
  init(given: Double, returned: Double, cut: Double) {
    self =
      switch (given >= 0, returned >= cut) {
      case (true, true): .mutual
      case (true, false): .unrequited
      case (false, true): .indulged
      case (false, false): .estranged
      }
  }
}

/// Where the dots of a balance are drawn: always the whole of both scales.
struct BalanceFrame {
  let canvas: Canvas
  let cut: Double

  var left: Double { 40 }
  var right: Double { canvas.width - 8 }
  var top: Double { 26 }
  var bottom: Double { canvas.stacks ? 286 : 330 }

  func x(_ given: Double) -> Double { left + (min(max(given, -100), 100) + 100) / 200 * (right - left) }
  func y(_ returned: Double) -> Double { bottom - min(max(returned, 0), 100) / 100 * (bottom - top) }
}
