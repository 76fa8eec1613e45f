import RequiteReporting

/// What is wrong with a drawing, told from its model: a text that leaves it, two texts on each other.
enum DrawingFaults {
  /// The faults of `drawing`, in words.
  static func of(_ drawing: Drawing) -> [String] {
    let texts = drawing.texts
    let outside = texts.filter { text in
      text.across.lowerBound < -1 || text.across.upperBound > drawing.width + 1
        || text.down.lowerBound < -1 || text.down.upperBound > drawing.height + 1
    }
    let pairs = texts.indices.flatMap { first in
      texts.indices.filter { $0 > first && overlap(texts[first], texts[$0]) }.map { (texts[first], texts[$0]) }
    }
    return outside.map { "\($0.text) leaves the drawing" } + pairs.map { "\($0.0.text) stands on \($0.1.text)" }
  }

  /// Whether both share more than a hair: 1 unit across and 3 down.
  private static func overlap(_ left: PlacedText, _ right: PlacedText) -> Bool {
    shared(left.across, right.across) > 1 && shared(left.down, right.down) > 3
  }

  private static func shared(_ left: ClosedRange<Double>, _ right: ClosedRange<Double>) -> Double {
    min(left.upperBound, right.upperBound) - max(left.lowerBound, right.lowerBound)
  }
}
