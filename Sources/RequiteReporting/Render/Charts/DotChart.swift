/// Values on one scale: a dot a row with its interval, a hollow dot where it was before.
///
/// Rows come in groups.
struct DotChart {
  /// One dot.
  struct Row {
    let label: String
    /// The value, `nil` where it is not shown.
    let value: Double?
    /// The interval, where there is one.
    let interval: ClosedRange<Double>?
    /// The value of the previous version, where there is one.
    let before: Double?
    /// The value in words, or why there is none.
    let words: String
    /// Whether the row sums up those below it.
    var isLeading = false
  }

  /// Rows under one heading; without a heading where it is empty.
  struct Group {
    let label: String
    let rows: [Row]
  }

  let title: String
  let groups: [Group]
  /// The ends of the scale.
  let scale: ClosedRange<Double>
  /// Where to draw a line and what to write there.
  let ticks: [(value: Double, label: String)]

  /// The figure; `nil` without rows.
  var figure: Figure? {
    guard groups.contains(where: { !$0.rows.isEmpty }) else { return nil }
    return Figure(title: title, finding: finding, draw: draw)
  }

  private var finding: String {
    groups.map { group in
      let rows = group.rows.map { "\($0.label) \($0.words)" }.joined(separator: ", ") + "."
      return group.label.isEmpty ? rows : "\(group.label): \(rows)"
    }.joined(separator: " ")
  }

  // MARK: Drawing

  /// A row with its place.
  private struct Placed {
    let row: Row
    /// The line of its dot.
    let y: Double
    /// The line on which its words stand.
    let textLine: Double
  }

  private func draw(_ canvas: Canvas) -> Drawing {
    var (placed, headings, bottom) = ([Placed](), [PlacedText](), 0.0)
    let pitch = canvas.stacks ? 38.0 : 25.0
    for group in groups {
      if !group.label.isEmpty {
        let x = canvas.stacks ? canvas.left : 0
        headings.append(PlacedText(group.label, x: x, y: bottom + 23, style: "strong", limit: canvas.width - 16))
        bottom += 34
      }
      for row in group.rows {
        let y = canvas.stacks ? bottom + 27 : bottom + pitch / 2
        placed.append(Placed(row: row, y: y, textLine: canvas.stacks ? bottom + 15 : y + 4.5))
        bottom += pitch
      }
    }
    var drawing = Drawing(width: canvas.width, height: bottom + 26)
    drawGrid(to: bottom, canvas, &drawing)
    for heading in headings { drawing.text(heading) }
    drawMarks(placed.filter { $0.row.value != nil }, canvas, &drawing)
    for row in placed { drawWords(row, canvas, &drawing) }
    return drawing
  }

  private func drawGrid(to bottom: Double, _ canvas: Canvas, _ drawing: inout Drawing) {
    let top = groups.first?.label.isEmpty == true ? 0.0 : 34
    for tick in ticks { drawing.line(position(tick.value, canvas), top, position(tick.value, canvas), bottom, "grid") }
    for tick in ticks {
      let anchor: PlacedText.Anchor =
        tick.value == scale.lowerBound ? .start : tick.value == scale.upperBound ? .end : .middle
      drawing.text(
        PlacedText(tick.label, x: position(tick.value, canvas), y: bottom + 18, anchor, style: "muted", isNumber: true))
    }
  }

  /// Layer by layer: the lines of the rows, intervals, where they were, where they are.
  private func drawMarks(_ rows: [Placed], _ canvas: Canvas, _ drawing: inout Drawing) {
    for row in rows { drawing.line(canvas.left, row.y, canvas.right, row.y, "track") }
    for row in rows {
      guard let interval = row.row.interval else { continue }
      let (from, to) = (position(interval.lowerBound, canvas), position(interval.upperBound, canvas))
      drawing.line(from, row.y, to, row.y, "interval")
    }
    for row in rows {
      guard let before = row.row.before.map({ position($0, canvas) }), let value = row.row.value else { continue }
      let x = position(value, canvas)
      if abs(before - x) > 11 { drawing.line(before, row.y, x, row.y, x >= before ? "moved-up" : "moved-down") }
      drawing.dot(before, row.y, radius: 5, "before")
    }
    for row in rows {
      drawing.dot(position(row.row.value!, canvas), row.y, radius: row.row.isLeading ? 6.5 : 5.5, "dot")
    }
  }

  private func drawWords(_ placed: Placed, _ canvas: Canvas, _ drawing: inout Drawing) {
    let (row, y) = (placed.row, placed.textLine)
    let style = row.isLeading ? "strong" : ""
    guard row.value != nil else {
      drawing.text(canvas.rowLabel(row.label, y: y, numberWidth: 0, style: style))
      drawing.text(
        PlacedText(
          row.words, x: canvas.left + 4, y: placed.y + 4.5, style: "note", limit: canvas.width - canvas.left - 8))
      return
    }
    let (x, anchor): (Double, PlacedText.Anchor) = canvas.stacks ? (canvas.right, .end) : (canvas.right + 14, .start)
    let number = PlacedText(
      row.words, x: x, y: y, anchor, style: style, isNumber: true,
      limit: canvas.stacks ? canvas.right : canvas.width - x)
    drawing.text(canvas.rowLabel(row.label, y: y, numberWidth: number.width, style: style))
    drawing.text(number)
  }

  private func position(_ value: Double, _ canvas: Canvas) -> Double {
    canvas.x(value, from: scale.lowerBound, to: scale.upperBound)
  }
}
