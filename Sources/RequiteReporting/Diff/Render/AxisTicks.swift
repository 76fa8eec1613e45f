/// Round numbers along an axis: 1, 2 or 5 times a power of ten apart.
struct AxisTicks {
  /// The numbers, ascending.
  let values: [Double]
  private let places: Int

  /// At most `most` round numbers between two ends.
  init(from: Double, to: Double, most: Int) {
    let steps = (-6...12).flatMap { power in [1.0, 2.0, 5.0].map { (digit: Double) in (digit, power) } }
    let found = steps.first { (to - from) / AxisTicks.size($0) <= Double(most - 1) }
    let step: (Double, Int) = found ?? (5, 12)
    let size = AxisTicks.size(step)
    let first = Int((from / size).rounded(.up))
    let last = Int((to / size).rounded(.down))
    values = first <= last ? (first...last).map { Double($0) * size } : []
    places = max(0, -step.1)
  }

  /// A tick as text, with the decimals it needs.
  func text(_ value: Double) -> String { FixedDecimal.text(of: value, places: places) }

  private static func size(_ step: (Double, Int)) -> Double {
    let power = (0..<abs(step.1)).reduce(1.0) { product, _ in product * 10 }
    return step.1 < 0 ? step.0 / power : step.0 * power
  }
}
