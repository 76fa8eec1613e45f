/// One number over periods: a line with its 95 % ribbon.
///
/// Periods without a number leave a gap.
struct TrendChart {
  /// One period.
  struct Point {
    let period: String
    let value: Double?
    let interval: ClosedRange<Double>?
  }

  let title: String
  let points: [Point]
  /// The ends no scale goes beyond.
  let bounds: ClosedRange<Double>

  private let left = 46.0
  private let top = 16.0
  private let bottom = 176.0
  private let height = 204.0

  /// The figure; `nil` with fewer than two numbers, which are no trend.
  var figure: Figure? {
    guard points.count(where: { $0.value != nil }) >= 2 else { return nil }
    return Figure(title: title, finding: finding) { canvas in (height, content(canvas)) }
  }

  private var finding: String {
    points.map { point in
      "\(point.period): \(point.value.map(NumberText.points) ?? "not shown")"
    }.joined(separator: ", ") + "."
  }

  /// Multiples of 20 around everything drawn.
  ///
  /// The scale is written beside the lines, so that a cut axis says so.
  private var scale: ClosedRange<Double> {
    let values = points.flatMap { [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap { $0 } }
      .map { min(max($0, bounds.lowerBound), bounds.upperBound) }
    let low = twentyBelow(values.min() ?? 0)
    let high = -twentyBelow(-(values.max() ?? 0))
    return low...max(high, low + 20)
  }

  /// The greatest multiple of 20 that is not above `value`.
  private func twentyBelow(_ value: Double) -> Double {
    let towardsZero = Double(Int(value / 20) * 20)
    return towardsZero > value ? towardsZero - 20 : towardsZero
  }

  private func content(_ canvas: Canvas) -> Markup {
    let scale = scale
    return "\(grid(scale, canvas))\(runs.map { run($0, scale, canvas) })\(labels(canvas))"
  }

  private func grid(_ scale: ClosedRange<Double>, _ canvas: Canvas) -> [Markup] {
    let step = scale.upperBound - scale.lowerBound > 80 ? 40.0 : 20.0
    return stride(from: scale.lowerBound, through: scale.upperBound, by: step).map { value in
      let y = self.y(value, scale)
      return """
        <line class="grid" x1="\(left)" y1="\(y)" x2="\(canvas.width - 8)" y2="\(y)"/>
        <text class="muted end" x="\(left - 8)" y="\(y + 4.5)">\(number: FixedDecimal.text(of: value, places: 0))</text>

        """
    }
  }

  /// Positions of neighbouring periods that all have a number.
  private var runs: [[Int]] {
    var runs: [[Int]] = []
    for index in points.indices where points[index].value != nil {
      if let last = runs.last?.last, last == index - 1 {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    return runs
  }

  private func run(_ run: [Int], _ scale: ClosedRange<Double>, _ canvas: Canvas) -> Markup {
    let line: [Markup] = run.map { "\(x($0, canvas)),\(y(points[$0].value!, scale)) " }
    let dots: [Markup] = run.map {
      "<circle class=\"dot\" cx=\"\(x($0, canvas))\" cy=\"\(y(points[$0].value!, scale))\" r=\"4\"/>\n"
    }
    return """
      \(ribbon(run, scale, canvas))<polyline class="line" points="\(line)"/>
      \(dots)
      """
  }

  private func ribbon(_ run: [Int], _ scale: ClosedRange<Double>, _ canvas: Canvas) -> Markup {
    let known = run.filter { points[$0].interval != nil }
    guard known.count >= 2, known == run else { return .empty }
    let upper: [Markup] = run.map { "\(x($0, canvas)),\(y(points[$0].interval!.upperBound, scale)) " }
    let lower: [Markup] = run.reversed().map { "\(x($0, canvas)),\(y(points[$0].interval!.lowerBound, scale)) " }
    return "<polygon class=\"ribbon\" points=\"\(upper)\(lower)\"/>\n"
  }

  /// The periods under the drawing: all where they fit, else the first and the last.
  private func labels(_ canvas: Canvas) -> [Markup] {
    let fits = Double(points.count) * 68 <= canvas.width - left
    return points.indices.filter { fits || $0 == 0 || $0 == points.count - 1 }.map { index in
      let anchor = index == 0 ? "" : index == points.count - 1 ? "end" : "middle"
      let period = TerminalText.cut(VisibleText.of(points[index].period), to: 10)
      return """
        <text class="muted \(anchor)" x="\(x(index, canvas))" y="\(bottom + 22)">\(period)</text>

        """
    }
  }

  private func x(_ index: Int, _ canvas: Canvas) -> Double {
    left + 6 + Double(index) / Double(max(1, points.count - 1)) * (canvas.width - 20 - left)
  }

  private func y(_ value: Double, _ scale: ClosedRange<Double>) -> Double {
    let share = (value - scale.lowerBound) / (scale.upperBound - scale.lowerBound)
    return bottom - min(max(share, 0), 1) * (bottom - top)
  }
}
