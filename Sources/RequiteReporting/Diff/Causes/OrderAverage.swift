import RequiteModel

/// The average of one change over all orders in which its coordinates may move: Shapley's, leg by leg.
///
/// In each order the parts add up to the change, and so do their averages. Steps keep their usual order; where one ends
/// is the number once the averages of all steps before have come, which is no version that could be published.
struct OrderAverage {
  /// The steps of each order, the usual one first; all have the same.
  let orders: [[SplitStep]]

  /// The averaged steps from the number `start`; `nil` where orders differ in their steps.
  func steps(from start: Double) -> [SplitStep]? {
    var (from, result) = (start, [SplitStep]())
    for usual in orders[0] {
      let same = orders.compactMap { steps in steps.first { $0.coordinates == usual.coordinates } }
      guard same.count == orders.count else { return nil }
      let parts = parts(of: same)
      let end = from + parts.reduce(0) { $0 + $1.value }
      result.append(SplitStep(coordinates: usual.coordinates, end: end, parts: parts, margin: usual.margin))
      from = end
    }
    return result
  }

  private func parts(of steps: [SplitStep]) -> [SplitPart] {
    var names: [PartName] = []
    for part in steps.flatMap(\.parts) where !names.contains(part.name) { names.append(part.name) }
    return names.map { name in
      let same = steps.map { step in step.parts.first { $0.name == name } ?? SplitPart(name: name, value: 0) }
      var part = same[0]
      let values = same.map(\.value)
      part.value = values.reduce(0, +) / Double(values.count)
      part.range = values.min()!...values.max()!
      if same.contains(where: { $0.exact != part.exact }) { part.exact = nil }
      if same.contains(where: { $0.counts != part.counts }) { part.counts = nil }
      return part
    }
  }
}
