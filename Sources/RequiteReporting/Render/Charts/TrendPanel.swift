/// Draws one line of a trend.
struct TrendPanel {
  let panel: TrendChart.Panel
  let frame: TrendFrame
  /// Whether the panel's name stands above it.
  let isNamed: Bool

  func draw(_ drawing: inout Drawing) {
    drawGrid(&drawing)
    drawBefore(&drawing)
    for run in runs { draw(run, &drawing) }
    drawPeriods(&drawing)
    drawName(&drawing)
  }

  private var points: [TrendChart.Point] { panel.points }

  private func drawGrid(_ drawing: inout Drawing) {
    for value in frame.scale.ticks {
      let y = frame.y(value)
      drawing.line(frame.left - 6, y, frame.right + 6, y, value == 0 ? "axis" : "grid")
    }
    for value in frame.scale.ticks where frame.hasScale {
      let (label, y) = (FixedDecimal.text(of: value, places: 0), frame.y(value) + 4.5)
      drawing.text(PlacedText(label, x: frame.left - 14, y: y, .end, style: "muted", isNumber: true))
    }
  }

  /// The name, and the last number where it is known.
  private func drawName(_ drawing: inout Drawing) {
    let last = points.last?.value.map(NumberText.points) ?? "—"
    let number = PlacedText(
      last, x: frame.right + 6, y: frame.top - 17, .end, style: "strong", isNumber: true)
    drawing.text(number)
    guard isNamed else { return }
    let limit = frame.right - frame.left - number.width
    drawing.text(PlacedText(panel.label, x: frame.left - 6, y: frame.top - 17, style: "strong", limit: limit))
  }

  // MARK: Lines

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

  private func draw(_ run: [Int], _ drawing: inout Drawing) {
    drawRibbon(run, &drawing)
    let settled = run.prefix { !points[$0].isOpen }
    if settled.count > 1 { drawing.path(settled.map { place($0, points[$0].value!) }, "line") }
    let open = run.dropFirst(max(0, settled.count - 1))
    if open.count > 1 { drawing.path(open.map { place($0, points[$0].value!) }, "line open") }
    for index in run {
      let point = place(index, points[index].value!)
      drawing.dot(point.x, point.y, radius: 4, points[index].isOpen ? "before" : "dot")
    }
  }

  private func drawRibbon(_ run: [Int], _ drawing: inout Drawing) {
    let known = run.filter { points[$0].interval != nil }
    guard known.count >= 2, known == run else { return }
    let upper = run.map { place($0, points[$0].interval!.upperBound) }
    let lower = run.reversed().map { place($0, points[$0].interval!.lowerBound) }
    drawing.path(upper + lower, isClosed: true, "ribbon")
  }

  /// What the version before said, where that was something else, with the periods beside it.
  private func drawBefore(_ drawing: inout Drawing) {
    guard points.contains(where: { $0.before != nil }) else { return }
    let ghost = points.indices.compactMap { index in
      (points[index].before ?? points[index].value).map { place(index, $0) }
    }
    if ghost.count > 1 { drawing.path(ghost, "ghost") }
    for index in points.indices {
      guard let before = points[index].before else { continue }
      drawing.dot(place(index, before).x, place(index, before).y, radius: 3, "was")
    }
  }

  private func place(_ index: Int, _ value: Double) -> Drawing.Point {
    Drawing.Point(x: frame.x(index, of: points.count), y: frame.y(value))
  }

  // MARK: Periods

  /// The periods under the line: all where they fit, else the first and the last.
  private func drawPeriods(_ drawing: inout Drawing) {
    let labels = points.indices.map(label)
    let fits = zip(labels, labels.dropFirst()).allSatisfy { $0.across.upperBound + 8 <= $1.across.lowerBound }
    let ends = [labels.first, labels.count > 1 ? labels.last : nil].compactMap { $0 }
    for label in fits ? labels : ends { drawing.text(label) }
  }

  private func label(_ index: Int) -> PlacedText {
    let (isFirst, isLast) = (index == 0, index == points.count - 1)
    return PlacedText(
      points[index].period, x: isFirst ? frame.left - 6 : isLast ? frame.right + 6 : frame.x(index, of: points.count),
      y: frame.bottom + 22, isFirst ? .start : isLast ? .end : .middle, style: "muted",
      limit: (frame.right - frame.left) / 2 - 6)
  }
}
