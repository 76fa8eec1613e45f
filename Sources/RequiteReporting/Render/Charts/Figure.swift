/// A finished chart: a figure with both drawings.
struct Figure {
  /// What the chart shows.
  let title: String
  /// What it says, in a sentence, for those who do not see it.
  let finding: String
  /// The drawing for a canvas: its height and its content.
  let draw: (Canvas) -> (height: Double, content: Markup)

  var markup: Markup {
    """
    <figure class="chart" role="group">
    \([Canvas.wide, .narrow].map(svg))</figure>

    """
  }

  private func svg(_ canvas: Canvas) -> Markup {
    let (height, content) = draw(canvas)
    return """
      <svg class="\(canvas.name)" role="img" viewBox="0 0 \(canvas.width) \(height)">
      <title>\(title)</title>
      <desc>\(finding)</desc>
      \(content)</svg>

      """
  }
}
