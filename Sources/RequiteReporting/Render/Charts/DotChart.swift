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
  }

  /// Rows under one heading.
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

  private let groupHeight = 34.0
  private let axisHeight = 26.0

  /// The figure; `nil` without rows.
  var figure: Figure? {
    guard groups.contains(where: { !$0.rows.isEmpty }) else { return nil }
    return Figure(title: title, finding: finding, draw: draw)
  }

  private var finding: String {
    groups.map { group in
      "\(group.label): " + group.rows.map { "\($0.label) \($0.words)" }.joined(separator: ", ") + "."
    }.joined(separator: " ")
  }

  private func draw(_ canvas: Canvas) -> (height: Double, content: Markup) {
    let pitch = canvas.stacks ? 38.0 : 25.0
    var parts: [Markup] = []
    var y = 0.0
    for group in groups {
      let label = TerminalText.cut(VisibleText.of(group.label), to: canvas.headingLength)
      let x = canvas.stacks ? canvas.left : 0
      parts.append("<text class=\"strong\" x=\"\(x)\" y=\"\(y + 23)\">\(label)</text>\n")
      y += groupHeight
      for row in group.rows {
        parts.append(drawing(row, top: y, pitch: pitch, canvas))
        y += pitch
      }
    }
    return (y + axisHeight, "\(grid(to: y, canvas))\(parts)")
  }

  private func grid(to bottom: Double, _ canvas: Canvas) -> [Markup] {
    ticks.map { tick in
      let x = position(tick.value, canvas)
      let anchor = tick.value == scale.lowerBound ? "" : tick.value == scale.upperBound ? "end" : "middle"
      return """
        <line class="grid" x1="\(x)" y1="\(groupHeight)" x2="\(x)" y2="\(bottom)"/>
        <text class="muted \(anchor)" x="\(x)" y="\(bottom + 18)">\(number: tick.label)</text>

        """
    }
  }

  private func drawing(_ row: Row, top: Double, pitch: Double, _ canvas: Canvas) -> Markup {
    let middle = canvas.stacks ? top + 27 : top + pitch / 2
    let textLine = canvas.stacks ? top + 15 : middle + 4.5
    let label = TerminalText.cut(VisibleText.of(row.label), to: canvas.labelLength)
    let (labelX, labelClass) = canvas.stacks ? (canvas.left, "") : (canvas.labels, "end")
    let name: Markup = "<text class=\"\(labelClass)\" x=\"\(labelX)\" y=\"\(textLine)\">\(label)</text>\n"
    guard let value = row.value else {
      return "\(name)<text class=\"note\" x=\"\(canvas.left + 4)\" y=\"\(middle + 4.5)\">\(row.words)</text>\n"
    }
    let (wordsX, wordsClass) = canvas.stacks ? (canvas.right, "end") : (canvas.right + 14, "")
    return """
      \(name)\(marks(row, value, middle, canvas))\
      <text class="\(wordsClass)" x="\(wordsX)" y="\(textLine)">\(number: row.words)</text>

      """
  }

  /// The line of the row, its interval, where it was and where it is.
  private func marks(_ row: Row, _ value: Double, _ y: Double, _ canvas: Canvas) -> Markup {
    var marks: [Markup] = [
      "<line class=\"track\" x1=\"\(canvas.left)\" y1=\"\(y)\" x2=\"\(canvas.right)\" y2=\"\(y)\"/>\n"
    ]
    if let interval = row.interval {
      let (from, to) = (position(interval.lowerBound, canvas), position(interval.upperBound, canvas))
      marks.append("<line class=\"interval\" x1=\"\(from)\" y1=\"\(y)\" x2=\"\(to)\" y2=\"\(y)\"/>\n")
    }
    if let before = row.before {
      marks.append("<circle class=\"before\" cx=\"\(position(before, canvas))\" cy=\"\(y)\" r=\"5\"/>\n")
    }
    marks.append("<circle class=\"dot\" cx=\"\(position(value, canvas))\" cy=\"\(y)\" r=\"5.5\"/>\n")
    return "\(marks)"
  }

  private func position(_ value: Double, _ canvas: Canvas) -> Double {
    canvas.x(value, from: scale.lowerBound, to: scale.upperBound)
  }
}
