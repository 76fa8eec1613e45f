/// Finds a place beside its dot for each label; one that finds none is left to the table.
struct BubbleLabels {
  let frame: BalanceFrame
  /// Texts that stand already.
  let taken: [PlacedText]

  func placed(_ labels: [(label: String, dot: (x: Double, y: Double, radius: Double))]) -> [PlacedText] {
    var placed: [PlacedText] = []
    for (label, dot) in labels {
      let others = labels.map(\.dot).filter { $0 != dot }
      let free = candidates(label, dot).first { candidate in
        isInside(candidate) && !(taken + placed).contains { $0.touches(candidate) }
          && !others.contains { covers($0, candidate) }
      }
      if let free { placed.append(free) }
    }
    return placed
  }

  /// Right, left, above and below.
  private func candidates(_ label: String, _ dot: (x: Double, y: Double, radius: Double)) -> [PlacedText] {
    let reach = dot.radius + 5
    let limit = 150.0
    return [
      PlacedText(label, x: dot.x + reach, y: dot.y + 4.5, style: "halo", limit: limit),
      PlacedText(label, x: dot.x - reach, y: dot.y + 4.5, .end, style: "halo", limit: limit),
      PlacedText(label, x: dot.x, y: dot.y - reach, .middle, style: "halo", limit: limit),
      PlacedText(label, x: dot.x, y: dot.y + reach + 10, .middle, style: "halo", limit: limit),
    ]
  }

  private func isInside(_ text: PlacedText) -> Bool {
    text.across.lowerBound >= frame.left && text.across.upperBound <= frame.right
      && text.down.lowerBound >= frame.top && text.down.upperBound <= frame.bottom
  }

  private func covers(_ dot: (x: Double, y: Double, radius: Double), _ text: PlacedText) -> Bool {
    text.across.overlaps((dot.x - dot.radius)...(dot.x + dot.radius))
      && text.down.overlaps((dot.y - dot.radius)...(dot.y + dot.radius))
  }
}

extension PlacedText {
  /// Whether both would stand on each other.
  package func touches(_ other: PlacedText) -> Bool {
    across.overlaps(other.across) && down.overlaps(other.down)
  }
}
