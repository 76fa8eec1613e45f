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
          .bar(label: part.name.text, from: value, to: value + part.value, text: part.text, isOurs: isOurs))
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

  private func draw(_ canvas: Canvas) -> (height: Double, content: Markup) {
    let pitch = canvas.stacks ? 40.0 : 27.0
    let bottom = top + pitch * Double(rows.count)
    let drawings = rows.enumerated().map { place, row in
      drawing(row, top: top + pitch * Double(place), pitch: pitch, isLast: place == rows.count - 1, canvas)
    }
    return (bottom + axisHeight, "\(grid(to: bottom, canvas))\(drawings)")
  }

  private func x(_ value: Double, _ canvas: Canvas) -> Double {
    canvas.x(value, from: scale.from, to: scale.to)
  }

  private func grid(to bottom: Double, _ canvas: Canvas) -> [Markup] {
    let ticks = AxisTicks(from: scale.from, to: scale.to, most: canvas.stacks ? 4 : 6)
    return ticks.values.map { value in
      let x = x(value, canvas)
      return """
        <line class="grid" x1="\(x)" y1="\(top)" x2="\(x)" y2="\(bottom)"/>
        <text class="muted middle" x="\(x)" y="\(bottom + 18)">\(number: ticks.text(value))</text>

        """
    }
  }

  private func drawing(_ row: Row, top: Double, pitch: Double, isLast: Bool, _ canvas: Canvas) -> Markup {
    let middle = canvas.stacks ? top + 28 : top + pitch / 2
    let textLine = canvas.stacks ? top + 15 : middle + 4.5
    let label = TerminalText.cut(VisibleText.of(row.label), to: canvas.labelLength)
    let (labelX, labelClass) = canvas.stacks ? (canvas.left, "") : (canvas.labels, "end")
    let (textX, textClass) = canvas.stacks ? (canvas.right, "end") : (canvas.right + 14, "")
    let weight = if case .marker = row { " strong" } else { "" }
    let link: Markup = isLast ? .empty : link(row, from: middle, to: middle + pitch, canvas)
    return """
      <text class="\(labelClass)\(weight)" x="\(labelX)" y="\(textLine)">\(label)</text>
      \(link)\(shape(row, middle, canvas))<text class="\(textClass)\(weight)" x="\(textX)" y="\(textLine)">\
      \(number: row.text)</text>

      """
  }

  private func shape(_ row: Row, _ middle: Double, _ canvas: Canvas) -> Markup {
    switch row {
    case .marker(_, let value, _):
      let x = x(value, canvas)
      return "<line class=\"marker\" x1=\"\(x)\" y1=\"\(middle - 9)\" x2=\"\(x)\" y2=\"\(middle + 9)\"/>\n"
    case .bar(_, let from, let to, _, let isOurs):
      let (left, right) = (x(min(from, to), canvas), x(max(from, to), canvas))
      let kind = isOurs ? "ours" : to < from ? "down" : "up"
      return """
        <rect class="\(kind)" x="\(left)" y="\(middle - 7)" width="\(max(right - left, 1))" height="14"/>

        """
    }
  }

  /// A thin line down to where the next row begins.
  private func link(_ row: Row, from: Double, to: Double, _ canvas: Canvas) -> Markup {
    let x = x(row.ends.last!, canvas)
    return "<line class=\"link\" x1=\"\(x)\" y1=\"\(from)\" x2=\"\(x)\" y2=\"\(to)\"/>\n"
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
