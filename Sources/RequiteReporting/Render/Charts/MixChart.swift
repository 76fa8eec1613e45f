import RequiteModel

/// Who recommends: a bar a row, detractors left, promoters right, with the NPS behind it.
struct MixChart {
  /// One bar.
  struct Row {
    let label: String
    let cell: CellMeasures
    /// What to say where the cell shows nothing.
    let remark: String

    /// Detractors, passives, promoters as shares, or `nil` where any is not shown or all are 0.
    var shares: [Double]? {
      let counts = ["detractors", "passives", "promoters"].map { cell["loyalty.\($0)"]?.estimate }
      let known = counts.compactMap { $0 }
      let total = known.reduce(0, +)
      return known.count == 3 && total > 0 && known.allSatisfy { $0 >= 0 } ? known.map { $0 / total } : nil
    }

    /// The number behind the bar, with how many answers stand behind it.
    var words: String { "NPS \(cell.loyalty?.valueText ?? "—") (n \(cell.responsesText))" }
  }

  let title: String
  let rows: [Row]

  /// The figure; `nil` without rows.
  var figure: Figure? {
    guard !rows.isEmpty else { return nil }
    return Figure(title: title, finding: finding) { canvas in
      let pitch = canvas.stacks ? 56.0 : 35.0
      var drawing = Drawing(width: canvas.width, height: Double(rows.count) * pitch)
      for (index, row) in rows.enumerated() { draw(row, top: Double(index) * pitch, canvas, &drawing) }
      return drawing
    }
  }

  /// The rows in words.
  private var finding: String {
    rows.map { row in
      guard let shares = row.shares else { return "\(row.label): \(row.remark)." }
      let percents = shares.map { FixedDecimal.text(of: $0 * 100, places: 0) }
      return "\(row.label): \(percents[0]) % detractors, \(percents[1]) % passives, \(percents[2]) % promoters."
    }.joined(separator: " ")
  }

  private func draw(_ row: Row, top: Double, _ canvas: Canvas, _ drawing: inout Drawing) {
    let (barTop, textLine) = canvas.stacks ? (top + 22, top + 15) : (top + 4, top + 22.5)
    guard let shares = row.shares else {
      drawing.text(canvas.rowLabel(row.label, y: textLine, numberWidth: 0))
      drawing.text(
        PlacedText(
          "— \(row.remark)", x: canvas.left, y: barTop + 18.5, style: "note", limit: canvas.width - canvas.left - 4))
      return
    }
    let number = PlacedText(
      row.words, x: canvas.stacks ? canvas.right : canvas.width, y: textLine, .end, isNumber: true,
      limit: canvas.stacks ? canvas.right : canvas.numbers)
    drawing.text(canvas.rowLabel(row.label, y: textLine, numberWidth: number.width))
    drawing.text(number)
    drawSegments(shares, top: barTop, canvas, &drawing)
  }

  /// Three pieces with gaps of 2; the share inside where it fits.
  private func drawSegments(_ shares: [Double], top: Double, _ canvas: Canvas, _ drawing: inout Drawing) {
    var start = canvas.left
    for (share, kind) in zip(shares, ["down", "flat", "up"]) where share > 0 {
      let width = share * (canvas.right - canvas.left)
      drawing.box(start, top, width: max(1, width - 2), height: 27, kind)
      let percent = PlacedText(
        FixedDecimal.text(of: share * 100, places: 0) + " %", x: start + max(1, width - 2) / 2, y: top + 18.5, .middle,
        style: "on-\(kind)")
      if percent.width + 6 <= width { drawing.text(percent) }
      start += width
    }
  }
}

extension MixChart {
  /// What the colours mean.
  static let key: Markup = """
    <ul class="key"><li><span class="down"></span>Detractors</li><li><span class="flat"></span>Passives</li>\
    <li><span class="up"></span>Promoters</li></ul>

    """
}
