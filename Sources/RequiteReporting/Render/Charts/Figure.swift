/// A finished chart: both drawings, and what it says in words.
package struct Figure: Sendable {
  /// What the chart shows.
  package let title: String
  /// What it says, for those who do not see it.
  package let finding: String
  /// The drawing of each canvas, wide and narrow.
  package let drawings: [(canvas: Canvas, drawing: Drawing)]

  init(title: String, finding: String, draw: (Canvas) -> Drawing) {
    self.title = title
    self.finding = finding
    drawings = [Canvas.wide, .narrow].map { ($0, draw($0)) }
  }

  var markup: Markup {
    """
    <figure class="chart" role="group">
    \(drawings.map { picture($0.canvas, $0.drawing) })</figure>

    """
  }

  private func picture(_ canvas: Canvas, _ drawing: Drawing) -> Markup {
    """
    <svg class="\(canvas.name)" role="img" viewBox="0 0 \(drawing.width) \(drawing.height)">
    <title>\(title)</title>
    <desc>\(finding)</desc>
    \(drawing.markup)</svg>

    """
  }
}
