/// A course of numbers as small as a word: a line without scale, its last point marked.
struct Sparkline {
  /// Oldest first; what is not known leaves a gap.
  let values: [Double?]

  private let width = 120.0
  private let height = 28.0

  /// The drawing, for a reader who does not see it with its ends in words; a dash without numbers.
  func markup(_ title: String) -> Markup {
    let known = values.compactMap { $0 }
    guard let first = known.first, let last = known.last else { return "—" }
    var drawing = Drawing(width: width, height: height)
    for run in runs where run.count > 1 { drawing.path(run.map(place), "line") }
    if let end = values.indices.last(where: { values[$0] != nil }) {
      drawing.dot(place(end).x, place(end).y, radius: 3, "dot")
    }
    return """
      <svg class="spark" role="img" viewBox="0 0 \(width) \(height)">
      <title>\(title)</title>
      <desc>From \(number: NumberText.points(first)) to \(number: NumberText.points(last)), \(values.count) versions.</desc>
      \(drawing.markup)</svg>
      """
  }

  /// Positions of neighbouring numbers.
  private var runs: [[Int]] {
    values.indices.filter { values[$0] != nil }.reduce(into: [[Int]]()) { runs, index in
      if let last = runs.last?.last, last == index - 1 {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
  }

  private func place(_ index: Int) -> Drawing.Point {
    let known = values.compactMap { $0 }
    let (least, most) = (known.min()!, known.max()!)
    let share = most > least ? (values[index]! - least) / (most - least) : 0.5
    let along = Double(index) / Double(max(1, values.count - 1))
    return Drawing.Point(x: 4 + along * (width - 8), y: height - 4 - share * (height - 8))
  }
}
