import RequiteModel

/// Random tables, with texts that every format must quote and numbers of every size.
enum RandomMeasures {
  private static let letters: [Unicode.Scalar] = [
    "=", "'", "\"", "\\", ",", "\n", "\r", "\t", "a", "-", "é", "\u{301}", "@", " ", "\u{1F}", "\u{0}", "海",
  ]

  /// `count` measures with keys of their own, in order.
  static func table(_ count: Int, using generator: inout SeededGenerator) -> [Measure] {
    let sorted = (0..<count).map { _ in measure(using: &generator) }.sorted { $0.key < $1.key }
    return zip(sorted, sorted.dropFirst()).filter { $0.key < $1.key }.map(\.0) + sorted.suffix(1)
  }

  private static func measure(using generator: inout SeededGenerator) -> Measure {
    let key = MeasureKey(
      vendor: word(2, &generator), dimension: word(2, &generator), level: word(5, &generator),
      period: word(2, &generator), metric: word(6, &generator))
    return Measure(
      key: key, estimate: number(&generator), standardError: number(&generator), low: number(&generator),
      high: number(&generator), numerator: number(&generator), denominator: number(&generator),
      n: Int64.random(in: 0...(.max), using: &generator) >> Int64.random(in: 0...63, using: &generator),
      reason: Reason.allCases.randomElement(using: &generator)!)
  }

  private static func number(_ generator: inout SeededGenerator) -> Double? {
    let sizes = [1e-9, 1e-4, 1, 100, 1e6, 1e14, 1e40]
    guard Int.random(in: 0..<4, using: &generator) > 0 else { return nil }
    return Double.random(in: -1...1, using: &generator) * sizes.randomElement(using: &generator)!
  }

  private static func word(_ most: Int, _ generator: inout SeededGenerator) -> String {
    var word = ""
    for _ in 0..<Int.random(in: 0...most, using: &generator) {
      word.unicodeScalars.append(letters.randomElement(using: &generator)!)
    }
    return word
  }
}
