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
      return known.count == 3 && total > 0 ? known.map { $0 / total } : nil
    }
  }

  let title: String
  let rows: [Row]

  /// The figure; `nil` without rows.
  var figure: Figure? {
    guard !rows.isEmpty else { return nil }
    return Figure(title: title, finding: finding) { canvas in
      let pitch = canvas.stacks ? 56.0 : 40.0
      let bars = rows.enumerated().map { bar($1, top: Double($0) * pitch, canvas) }
      return (Double(rows.count) * pitch, "\(bars)")
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

  private func bar(_ row: Row, top: Double, _ canvas: Canvas) -> Markup {
    let label = TerminalText.cut(VisibleText.of(row.label), to: canvas.labelLength)
    let (barTop, textLine) = canvas.stacks ? (top + 22, top + 15) : (top + 6, top + 25)
    let name: Markup =
      canvas.stacks
      ? "<text x=\"\(canvas.left)\" y=\"\(textLine)\">\(label)</text>\n"
      : "<text x=\"\(canvas.labels)\" y=\"\(textLine)\" class=\"end\">\(label)</text>\n"
    guard let shares = row.shares else {
      return "\(name)<text x=\"\(canvas.left)\" y=\"\(barTop + 19)\" class=\"note\">— \(row.remark)</text>\n"
    }
    let numbers = "\(row.cell.loyalty?.valueText ?? "—") (n \(row.cell.responsesText))"
    let x = canvas.stacks ? canvas.right : canvas.width
    return """
      \(name)\(segments(shares, top: barTop, canvas))<text x="\(x)" y="\(textLine)" class="end">NPS \(number: numbers)</text>

      """
  }

  /// Three pieces with gaps of 2; the share inside where it fits.
  private func segments(_ shares: [Double], top: Double, _ canvas: Canvas) -> Markup {
    var pieces: [Markup] = []
    var start = canvas.left
    for (share, kind) in zip(shares, ["down", "flat", "up"]) where share > 0 {
      let width = share * (canvas.right - canvas.left)
      let drawn = max(1, width - 2)
      pieces.append(
        """
        <rect class="\(kind)" x="\(start)" y="\(top)" width="\(drawn)" height="28" rx="2"/>

        """)
      if width >= 44 {
        let percent = FixedDecimal.text(of: share * 100, places: 0) + " %"
        let middle = start + drawn / 2
        pieces.append("<text class=\"middle on-\(kind)\" x=\"\(middle)\" y=\"\(top + 19)\">\(percent)</text>\n")
      }
      start += width
    }
    return "\(pieces)"
  }
}

extension MixChart {
  /// What the colours mean.
  static let key: Markup = """
    <ul class="key"><li><span class="down"></span>Detractors</li><li><span class="flat"></span>Passives</li>\
    <li><span class="up"></span>Promoters</li></ul>

    """
}
