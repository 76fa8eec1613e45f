/// The change of an index, divided exactly among its components (METHODS B12).
///
/// The part of a component is L · (w₁ ln x₁ − w₀ ln x₀), where L is the logarithmic mean of the two indices and x is not
/// below the floor. A component without a value has the weight 0. The parts add up to the change, whatever the size of
/// the change and whichever components have values: nothing is left over. Exchanging the two sides changes every sign
/// and nothing else.
///
/// Source: the log-mean Divisia index of Ang, *Energy Policy* 32 (2004) 1131–1139.
public struct IndexChange: Hashable, Sendable {
  /// The index after less the index before, in points.
  public let difference: Double
  /// The part of each component, in points.
  public let contributions: [Double]
  /// The part of each pillar, in points: the sum over its components.
  public let pillars: [Double]
  /// L: points of the index for a unit of its logarithm.
  let pointsPerLogarithm: Double

  /// Divides the change from one index to another, with the same number of components in the same pillars.
  ///
  /// Returns `nil` where either has no value; its `reason` says why. Weights, floors and least denominators may differ:
  /// what they cause is part of the contributions.
  public static func split(from before: CompositeIndex, to after: CompositeIndex) -> IndexChange? {
    precondition(before.design.pillars == after.design.pillars, "both indices have the same components and pillars")
    guard let first = before.index, let last = after.index else { return nil }
    let logarithms = zip(after.weightedLogarithms, before.weightedLogarithms).map { $0 - $1 }
    let mean = logarithmicMean(first, last, logarithm: logarithms.reduce(0, +))
    let contributions = logarithms.map { mean * $0 }
    var pillars = Array(repeating: 0.0, count: before.design.pillarCount)
    for (component, part) in contributions.enumerated() { pillars[before.design.pillars[component]] += part }
    return IndexChange(
      difference: last - first, contributions: contributions, pillars: pillars, pointsPerLogarithm: mean)
  }

  /// (b − a)/(ln b − ln a), and a where both are equal; `logarithm` is ln b − ln a.
  ///
  /// Near equality the quotient is √(ab) · sinh(x)/x with x half the logarithm, which does not cancel.
  private static func logarithmicMean(_ a: Double, _ b: Double, logarithm: Double) -> Double {
    if logarithm.magnitude > 1e-3 { return (b - a) / logarithm }
    let square = logarithm * logarithm
    return (a * b).squareRoot() * (1 + square / 24 * (1 + square / 80))
  }
}

extension CompositeIndex {
  /// w ln max(x, floor) of each component, 0 without a value: together ln (index / 100).
  fileprivate var weightedLogarithms: [Double] {
    components.indices.map {
      weights[$0] > 0 ? weights[$0] * Elementary.ln(max(shares[$0] ?? 1, design.floor)) : 0
    }
  }
}
