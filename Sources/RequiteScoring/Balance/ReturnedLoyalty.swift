import RequiteModel

/// Loyalty returned to one customer, on 0…1000: METHODS B14.
///
/// The weighted mean of the customer's own component shares, each in whole permille. C4 is left out: it is triggered by
/// the answer itself.
struct ReturnedLoyalty {
  /// 0…1000.
  let permille: Int64

  /// Judges the mature threads among `outcomes`; `nil` without a single case of any component.
  init?(of outcomes: FactRange<Outcome>, weights: [Int64]) {
    guard !outcomes.isEmpty else { return nil }
    var vector = ComponentVector()
    for place in outcomes.indices where outcomes.place(place).pointee.isMature {
      vector.add(outcomes.place(place).pointee.counts)
    }
    var weight: Int64 = 0
    var sum: Int64 = 0
    for component in 0..<ComponentCounts.width / 2 where vector[2 * component + 1] > 0 {
      weight += weights[component]
      sum += weights[component] * roundedHalfUp(1000 * vector[2 * component], over: vector[2 * component + 1])
    }
    guard weight > 0 else { return nil }
    permille = roundedHalfUp(sum, over: weight)
  }
}
