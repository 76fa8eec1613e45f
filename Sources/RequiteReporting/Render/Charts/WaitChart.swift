/// How long people wait: for each curve the share that still waits, falling from 100 %, over hours drawn by their logarithm.
///
/// At most four curves, told apart by colour, dashes and the name at their end.
struct WaitChart {
  /// One curve.
  struct Line {
    let label: String
    let curve: WaitCurve
    /// When an answer was promised, in seconds, where that is one time.
    let target: Int64?
  }

  static let mostLines = 4

  let title: String
  let lines: [Line]
  /// Where the curves end, in seconds.
  let end: Int64

  /// The figure; `nil` without curves.
  var figure: Figure? {
    guard !lines.isEmpty else { return nil }
    return Figure(title: title, finding: finding) { canvas in
      let frame = WaitFrame(canvas: canvas, end: end)
      var drawing = Drawing(width: canvas.width, height: frame.bottom + 30)
      drawGrid(frame, &drawing)
      for (index, line) in lines.prefix(WaitChart.mostLines).enumerated() { draw(line, index, frame, &drawing) }
      drawNames(frame, &drawing)
      return drawing
    }
  }

  private var finding: String {
    lines.map { line in
      let shares = [Int64(3600), 86_400, end].map { moment in
        "\(WaitChart.percent(line.curve.waiting(after: moment))) after \(NumberText.duration(moment))"
      }
      return
        "\(line.label): of \(NumberText.count(line.curve.count)) threads still waiting \(shares.joined(separator: ", "))."
    }.joined(separator: " ")
  }

  private static func percent(_ share: Double) -> String {
    FixedDecimal.text(of: share * 100, places: 0) + " %"
  }

  // MARK: Grid

  private func drawGrid(_ frame: WaitFrame, _ drawing: inout Drawing) {
    for percent in [0, 25, 75, 100] {
      drawing.line(frame.left, frame.y(Double(percent) / 100), frame.right, frame.y(Double(percent) / 100), "grid")
    }
    for (seconds, _) in frame.ticks {
      drawing.line(frame.x(seconds), frame.top, frame.x(seconds), frame.bottom, "grid")
    }
    drawing.line(frame.left, frame.y(0.5), frame.right, frame.y(0.5), "axis")
    for percent in [0, 25, 50, 75, 100] {
      let y = frame.y(Double(percent) / 100) + 4.5
      drawing.text(PlacedText("\(percent) %", x: frame.left - 8, y: y, .end, style: "muted"))
    }
    for (seconds, label) in frame.ticks {
      let anchor: PlacedText.Anchor = seconds == WaitFrame.start ? .start : .middle
      drawing.text(PlacedText(label, x: frame.x(seconds), y: frame.bottom + 20, anchor, style: "muted"))
    }
  }

  // MARK: Curves

  private func draw(_ line: Line, _ index: Int, _ frame: WaitFrame, _ drawing: inout Drawing) {
    var points = [Drawing.Point(x: frame.left, y: frame.y(1))]
    for step in line.curve.steps where step.seconds <= end {
      let (x, y) = (frame.x(step.seconds), frame.y(step.waiting))
      guard points[points.count - 1].y != y else { continue }
      if points[points.count - 1].x != x { points.append(Drawing.Point(x: x, y: points[points.count - 1].y)) }
      points.append(Drawing.Point(x: x, y: y))
    }
    points.append(Drawing.Point(x: frame.right, y: points[points.count - 1].y))
    drawing.path(points, "curve s\(index + 1)")
    drawCensored(line, index, frame, &drawing)
    guard let target = line.target, target >= WaitFrame.start, target <= end else { return }
    let (x, y) = (frame.x(target), frame.y(line.curve.waiting(after: target)))
    drawing.dot(x, y, radius: 4.5, "target s\(index + 1)")
  }

  /// A short stroke where waits were cut off, where two would not touch.
  private func drawCensored(_ line: Line, _ index: Int, _ frame: WaitFrame, _ drawing: inout Drawing) {
    var last = -Double.infinity
    for seconds in line.curve.censored where seconds >= WaitFrame.start && seconds <= end {
      let (x, y) = (frame.x(seconds), frame.y(line.curve.waiting(after: seconds)))
      guard x - last >= 5 else { continue }
      drawing.line(x, y - 4, x, y + 4, "cut s\(index + 1)")
      last = x
    }
  }

  /// The names at the ends of the curves, apart from each other.
  private func drawNames(_ frame: WaitFrame, _ drawing: inout Drawing) {
    let shown = Array(lines.prefix(WaitChart.mostLines))
    let ends = shown.map { frame.y($0.curve.waiting(after: end)) }
    let isStacked = frame.canvas.stacks
    let places = SpreadLabels.places(
      of: ends, apart: isStacked ? 34 : 18, within: frame.top...(frame.bottom - (isStacked ? 14 : 0)))
    for (index, line) in shown.enumerated() {
      let (x, y) = (frame.right + 6, places[index])
      drawing.path([.init(x: x, y: ends[index]), .init(x: x + 10, y: y)], "leader s\(index + 1)")
      let share = WaitChart.percent(line.curve.waiting(after: end))
      let number =
        isStacked
        ? PlacedText(share, x: x + 14, y: y + 20, style: "muted")
        : PlacedText(share, x: drawing.width, y: y + 4.5, .end)
      let limit = drawing.width - x - 14 - (isStacked ? 0 : number.width + 6)
      drawing.text(PlacedText(line.label, x: x + 14, y: y + 4.5, limit: limit))
      drawing.text(number)
    }
  }
}

/// Where the curves of waiting are drawn.
struct WaitFrame {
  /// The left end of the scale: a minute.
  static let start: Int64 = 60

  let canvas: Canvas
  let end: Int64

  var left: Double { 52 }
  var right: Double { canvas.stacks ? canvas.width - 122 : canvas.width - 190 }
  var top: Double { 12 }
  var bottom: Double { canvas.stacks ? 212 : 252 }

  func x(_ seconds: Int64) -> Double {
    let span = LogScale.log2(Double(max(end, 2 * WaitFrame.start)) / Double(WaitFrame.start))
    let share = LogScale.log2(Double(max(seconds, WaitFrame.start)) / Double(WaitFrame.start)) / span
    return left + min(share, 1) * (right - left)
  }

  func y(_ share: Double) -> Double { bottom - min(max(share, 0), 1) * (bottom - top) }

  /// The moments written below that lie on the scale.
  var ticks: [(Int64, String)] {
    let all: [(Int64, String)] = [
      (60, "1 min"), (600, "10 min"), (3600, "1 h"), (21_600, "6 h"), (86_400, "1 d"), (604_800, "7 d"),
      (2_592_000, "30 d"),
    ]
    let known = all.filter { $0.0 <= end }
    return canvas.stacks ? known.filter { [60, 3600, 86_400, 604_800].contains($0.0) } : known
  }
}
