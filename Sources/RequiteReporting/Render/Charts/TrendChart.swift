/// One number over periods: a panel a vendor, each a line with its 95 % ribbon, all on one scale.
///
/// Periods without a number leave a gap. What later dumps may still change is dashed and hollow. Where the version before
/// showed another number for a period, a dotted line says so.
struct TrendChart {
  /// One period.
  struct Point {
    let period: String
    let value: Double?
    let interval: ClosedRange<Double>?
    /// As the version before had it, where that differs.
    let before: Double?
    /// Whether later dumps may still change it.
    let isOpen: Bool
  }

  /// One line.
  struct Panel {
    let label: String
    let points: [Point]

    /// With fewer than two numbers there is no line.
    var hasLine: Bool { points.count(where: { $0.value != nil }) >= 2 }
  }

  let title: String
  let panels: [Panel]
  /// The ends no scale goes beyond.
  let bounds: ClosedRange<Double>

  /// The figure; `nil` where no panel has a line.
  var figure: Figure? {
    let panels = panels.filter(\.hasLine)
    guard !panels.isEmpty else { return nil }
    let scale = TrendScale(of: panels, within: bounds)
    return Figure(title: title, finding: finding) { canvas in
      var drawing = Drawing(width: canvas.width)
      for (index, panel) in panels.enumerated() {
        let frame = TrendFrame(index, of: panels.count, canvas, scale)
        TrendPanel(panel: panel, frame: frame, isNamed: !panel.label.isEmpty).draw(&drawing)
        drawing.height = frame.end
      }
      return drawing
    }
  }

  private var finding: String {
    panels.map { panel in
      let values = panel.points.map { point in
        let was = point.before.map { " (was \(NumberText.points($0)))" } ?? ""
        return "\(point.period) \(point.value.map(NumberText.points) ?? "not shown")\(was)"
      }
      return (panel.label.isEmpty ? "" : "\(panel.label): ") + values.joined(separator: ", ") + "."
    }.joined(separator: " ")
  }
}

/// The ends of a trend's scale: multiples of its step around everything drawn.
///
/// They are written beside the lines, so that a cut axis says so.
struct TrendScale {
  let from: Double
  let to: Double
  /// From one line to the next.
  let step: Double

  init(of panels: [TrendChart.Panel], within bounds: ClosedRange<Double>) {
    let values = panels.flatMap(\.points)
      .flatMap { [$0.value, $0.before, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap { $0 } }
      .map { min(max($0, bounds.lowerBound), bounds.upperBound) }
    let (least, most) = (values.min() ?? 0, values.max() ?? 0)
    step = most - least > 60 ? 50 : most - least > 30 ? 25 : 10
    from = (least / step).rounded(.down) * step
    to = max((most / step).rounded(.up) * step, from + step)
  }

  /// Where a line is drawn.
  var ticks: [Double] { Array(stride(from: from, through: to, by: step)) }
}

/// Where one panel of a trend stands.
struct TrendFrame {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let scale: TrendScale
  /// Whether the numbers of the scale stand left of it.
  let hasScale: Bool

  /// The place of panel `index`: beside each other on a desk, below each other on a phone.
  init(_ index: Int, of count: Int, _ canvas: Canvas, _ scale: TrendScale) {
    self.scale = scale
    let margin = 46.0
    if canvas.stacks {
      (left, right) = (margin + 6, canvas.width - 14)
      top = Double(index) * 164 + 32
      bottom = top + (count == 1 ? 130 : 96)
      hasScale = true
    } else {
      let width = (canvas.width - margin + 16) / Double(count)
      left = margin + Double(index) * width + 6
      right = left + width - 28
      (top, bottom) = (32, 142)
      hasScale = index == 0
    }
  }

  /// Where the drawing ends below it.
  var end: Double { bottom + 28 }

  func x(_ index: Int, of count: Int) -> Double {
    left + Double(index) / Double(max(1, count - 1)) * (right - left)
  }

  func y(_ value: Double) -> Double {
    let share = (value - scale.from) / (scale.to - scale.from)
    return bottom - min(max(share, 0), 1) * (bottom - top)
  }
}
