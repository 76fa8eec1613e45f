import RequiteModel

/// How a number got from one value to another: a marker where it was, a bar for each cause, a marker at each stop.
///
/// Markers are thin lines, not bars from a cut axis. What customers and dumps did goes up or down in its colour; what the
/// configuration or the method did is hatched, because it is ours.
struct WaterfallChart {
  /// One line of the drawing.
  enum Row {
    /// Where the number stands.
    case marker(label: String, value: Double, text: String)
    /// What a cause did.
    case bar(label: String, from: Double, to: Double, text: String, isOurs: Bool)

    var label: String {
      switch self {
      case .marker(let label, _, _), .bar(let label, _, _, _, _): label
      }
    }

    var text: String {
      switch self {
      case .marker(_, _, let text), .bar(_, _, _, let text, _): text
      }
    }

    var ends: [Double] {
      switch self {
      case .marker(_, let value, _): [value]
      case .bar(_, let from, let to, _, _): [from, to]
      }
    }
  }

  let title: String
  let rows: [Row]

  /// The hatching, once a page: an element of its own, without any room.
  static let hatching: Markup = """
    <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="2.5" height="6"/></pattern>
    </defs></svg>

    """

  /// What the colours mean.
  static let legend: Markup = """
    <p class="small muted">Causes add up to the change exactly, and so do their displayed parts. The scale does not begin
    at 0: bars are as long as the change, markers are no bars.</p>
    <ul class="key"><li><span class="up"></span>up</li><li><span class="down"></span>down</li>\
    <li><span class="ours"></span>our own doing: configuration or method</li></ul>

    """

  /// What the page's style sheet lacks for this chart.
  static let style: Markup = """
    <style>
    .defs{position:absolute}
    svg .hatch-ground{fill:var(--ground)}svg .hatch-line{fill:var(--ink)}
    svg .ours{fill:url(#hatch);stroke:var(--ink)}
    svg .marker{stroke:var(--ink);stroke-width:3}svg .link{stroke:var(--muted);stroke-dasharray:2 2}
    .key .ours{background:repeating-linear-gradient(45deg,var(--ink) 0 2px,var(--ground) 2px 5px);outline:1px solid var(--ink)}
    </style>

    """

  /// The waterfall of what is shown of `entry`, which has steps.
  init(_ entry: VersionDiff.Entry, _ shown: ShownEntry) {
    let steps = shown.steps
    title = "\(entry.key.vendor): \(entry.metric.title)"
    var value = shown.start ?? 0
    var rows = [Row.marker(label: "before", value: value, text: shown.before)]
    for (place, step) in steps.enumerated() {
      for part in step.parts {
        let isOurs = step.coordinates.contains(.configuration) || step.coordinates.contains(.method)
        rows.append(
          .bar(label: part.name.shortText, from: value, to: value + part.value, text: part.text, isOurs: isOurs))
        value += part.value
      }
      let isLast = place == steps.count - 1
      value = step.end
      rows.append(.marker(label: isLast ? "now" : step.stop, value: value, text: step.endText))
    }
    self.rows = rows
  }

  private let top = 4.0
  private let axisHeight = 26.0

  var figure: Figure { Figure(title: title, finding: finding, draw: draw) }

  private var finding: String {
    rows.map { "\($0.label) \($0.text)" }.joined(separator: ", ") + "."
  }

  /// The ends of the scale: all values with some room, never no width at all.
  private var scale: (from: Double, to: Double) {
    let values = rows.flatMap(\.ends)
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    let room = max((most - least) * 0.06, max(most.magnitude, least.magnitude) * 1e-6, 1e-6)
    return (least - room, most + room)
  }

  private func draw(_ canvas: Canvas) -> Drawing {
    let pitch = canvas.stacks ? 40.0 : 27.0
    let bottom = top + pitch * Double(rows.count)
    var drawing = Drawing(width: canvas.width, height: bottom + axisHeight)
    drawGrid(to: bottom, canvas, &drawing)
    for (place, row) in rows.enumerated() {
      let start = top + pitch * Double(place)
      let middle = canvas.stacks ? start + 28 : start + pitch / 2
      // Where labels stand above their rows, lines between them would cross the words.
      if place < rows.count - 1, !canvas.stacks {
        let x = x(row.ends.last!, canvas)
        drawing.line(x, middle, x, middle + pitch, "link")
      }
      drawShape(row, middle, canvas, &drawing)
      drawWords(row, canvas.stacks ? start + 15 : middle + 4.5, canvas, &drawing)
    }
    return drawing
  }

  private func x(_ value: Double, _ canvas: Canvas) -> Double {
    canvas.x(value, from: scale.from, to: scale.to)
  }

  private func drawGrid(to bottom: Double, _ canvas: Canvas, _ drawing: inout Drawing) {
    let ticks = AxisTicks(from: scale.from, to: scale.to, most: canvas.stacks ? 4 : 6)
    for value in ticks.values { drawing.line(x(value, canvas), top, x(value, canvas), bottom, "grid") }
    for value in ticks.values {
      drawing.text(
        PlacedText(ticks.text(value), x: x(value, canvas), y: bottom + 18, .middle, style: "muted", isNumber: true))
    }
  }

  private func drawShape(_ row: Row, _ middle: Double, _ canvas: Canvas, _ drawing: inout Drawing) {
    switch row {
    case .marker(_, let value, _):
      drawing.line(x(value, canvas), middle - 9, x(value, canvas), middle + 9, "marker")
    case .bar(_, let from, let to, _, let isOurs):
      let (left, right) = (x(min(from, to), canvas), x(max(from, to), canvas))
      let kind = isOurs ? "ours" : to < from ? "down" : "up"
      drawing.box(left, middle - 7, width: max(right - left, 1), height: 14, kind)
    }
  }

  private func drawWords(_ row: Row, _ y: Double, _ canvas: Canvas, _ drawing: inout Drawing) {
    let style = if case .marker = row { "strong" } else { "" }
    let (x, anchor): (Double, PlacedText.Anchor) = canvas.stacks ? (canvas.right, .end) : (canvas.right + 14, .start)
    let number = PlacedText(row.text, x: x, y: y, anchor, style: style, isNumber: true)
    drawing.text(canvas.rowLabel(row.label, y: y, numberWidth: number.width, style: style))
    drawing.text(number)
  }
}

extension ShownStep {
  /// What the stop at the end of a step is called, where another step follows.
  fileprivate var stop: String {
    switch coordinates.last {
    case .knowledge: "restated"
    case .period: "moved on"
    default: "counted anew"
    }
  }
}
