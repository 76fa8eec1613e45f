/// A finished chart: both drawings, and what it says in words.
package struct Figure: Sendable {
  /// What the chart shows.
  package let title: String
  /// What it says, for those who do not see it.
  package let finding: String
  /// The drawing of each canvas, wide and narrow; none of a chart that writes its own elements.
  package let drawings: [(canvas: Canvas, drawing: Drawing)]

  private let pictures: [Markup]

  /// A chart that places its shapes and texts.
  init(title: String, finding: String, draw: (Canvas) -> Drawing) {
    let drawings = [Canvas.wide, .narrow].map { ($0, draw($0)) }
    self.title = title
    self.finding = finding
    self.drawings = drawings
    pictures = drawings.map { canvas, drawing in
      Figure.picture(title, finding, canvas, drawing.height, drawing.markup)
    }
  }

  /// A chart that writes its own elements, as high as it says.
  init(title: String, finding: String, draw: (Canvas) -> (height: Double, content: Markup)) {
    self.title = title
    self.finding = finding
    drawings = []
    pictures = [Canvas.wide, .narrow].map { canvas in
      let (height, content) = draw(canvas)
      return Figure.picture(title, finding, canvas, height, content)
    }
  }

  var markup: Markup {
    """
    <figure class="chart" role="group">
    \(pictures)</figure>

    """
  }

  private static func picture(
    _ title: String, _ finding: String, _ canvas: Canvas, _ height: Double, _ content: Markup
  ) -> Markup {
    """
    <svg class="\(canvas.name)" role="img" viewBox="0 0 \(canvas.width) \(height)">
    <title>\(title)</title>
    <desc>\(finding)</desc>
    \(content)</svg>

    """
  }
}
