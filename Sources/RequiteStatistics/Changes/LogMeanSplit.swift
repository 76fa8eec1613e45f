/// The change of an index, divided among its components and, within each, among the causes that changed its counts.
///
///     let split = try LogMeanSplit(from: before, to: after, changes: changes, unit: 1)
///     split.byCause          // points of each cause, over all components
///     split.weights          // points of each component that no cause has: its weight changed
///
/// A component's part is that of `IndexChange`: L · (w₁ ln x₁ − w₀ ln x₀). It is L · w̄ · (ln x₁ − ln x₀), what its
/// value did, and L · (w₁ − w₀) · (ln x₀ + ln x₁)/2, what its weight did. The first goes to the causes in proportion to
/// their `MidpointShares` of the component's own change. The second belongs to no cause: a weight changes where another
/// component gained or lost its value, or where other weights are configured; a component without a value at one end
/// borrows the value of the other, and all it does is weight.
///
/// All parts of causes and weights add up to the change. Exchanging before and after changes every sign and nothing
/// else. Where a component is at the floor its value cannot fall any further, and what its causes did beyond that
/// counts for nothing.
public struct LogMeanSplit: Hashable, Sendable {
  /// The change and the part of each component.
  public let change: IndexChange
  /// By component, then by cause as given: points that came from what the cause did to the component's value.
  public let causes: [[Double]]
  /// By component: points that came from its weight.
  public let weights: [Double]

  /// Points of each cause over all components.
  public var byCause: [Double] {
    causes.reduce(into: Array(repeating: 0, count: causes.first?.count ?? 0)) { sums, parts in
      for (cause, part) in parts.enumerated() { sums[cause] += part }
    }
  }

  /// Divides the change from one index to another, with the same number of components in the same pillars.
  ///
  /// - Parameters:
  ///   - before: the index before.
  ///   - after: the index after.
  ///   - changes: by component, what each cause did to its counts; the same causes for all, zero where one did nothing.
  ///   - unit: how many units of `changes` make one case of the indices: changes are in millionths, mostly.
  /// - Throws: `MidpointFailure`: `noWeight` where there is no index at one end, `sumsDiffer` where the causes of a
  ///   component with values at both ends do not add up to the change of its counts.
  public init(
    from before: CompositeIndex, to after: CompositeIndex, changes: [[RatioCounts]], unit: Int128 = 1_000_000
  ) throws(MidpointFailure) {
    precondition(changes.count == before.components.count, "every component has its changes")
    precondition(Set(changes.map(\.count)).count <= 1, "every component has the same causes")
    guard let change = IndexChange.split(from: before, to: after) else { throw .noWeight }
    self.change = change
    let steps = before.components.indices.map { ComponentStep($0, from: before, to: after) }
    var causes: [[Double]] = []
    for (step, changes) in zip(steps, changes) {
      causes.append(try step.parts(of: changes, unit: unit).map { change.pointsPerLogarithm * $0 })
    }
    self.causes = causes
    weights = steps.map { change.pointsPerLogarithm * $0.weightPart }
  }
}

/// One component before and after.
private struct ComponentStep {
  let counts: (before: CountedShare, after: CountedShare)
  let weights: (before: Double, after: Double)
  /// Values not below the floor, each the other where it is missing; 1 where both are.
  let values: (before: Double, after: Double)
  /// Whether the floor stands in for a value, so that part of its change is not heard.
  let isAtFloor: Bool

  init(_ component: Int, from before: CompositeIndex, to after: CompositeIndex) {
    counts = (before.components[component], after.components[component])
    weights = (before.weights[component], after.weights[component])
    let first = weights.before > 0 ? before.shares[component].map { max($0, before.design.floor) } : nil
    let last = weights.after > 0 ? after.shares[component].map { max($0, after.design.floor) } : nil
    values = (first ?? last ?? 1, last ?? first ?? 1)
    isAtFloor = before.atFloor.contains(component) || after.atFloor.contains(component)
  }

  /// What the weight did, before it is scaled to points.
  var weightPart: Double {
    (weights.after - weights.before) * ((Elementary.ln(values.before) + Elementary.ln(values.after)) / 2)
  }

  /// What the value did, by cause, before it is scaled to points.
  func parts(of changes: [RatioCounts], unit: Int128) throws(MidpointFailure) -> [Double] {
    guard weights.before > 0, weights.after > 0 else { return changes.map { _ in 0 } }
    let shares = try MidpointShares(
      from: counts.before.counts(in: unit), to: counts.after.counts(in: unit), changes: changes)
    let whole = Double(shares.change)
    let heard = isAtFloor && whole != 0 ? (values.after - values.before) / whole : 1
    let scale = (weights.before + weights.after) / 2 * logarithmPerValue * heard
    return shares.parts.map { scale * Double($0) }
  }

  /// (ln b − ln a)/(b − a), which is 1/a where both are equal; near equality from its series, which does not cancel.
  private var logarithmPerValue: Double {
    let (a, b) = values
    let mean = (a + b) / 2
    let step = (b - a) / mean
    guard step.magnitude < 0.01 else { return (Elementary.ln(b) - Elementary.ln(a)) / (b - a) }
    let square = step * step
    return (1 + square * (1.0 / 12 + square * (1.0 / 80 + square / 448))) / mean
  }
}

extension CountedShare {
  fileprivate func counts(in unit: Int128) -> RatioCounts {
    RatioCounts(numerator: Int128(numerator) * unit, denominator: Int128(denominator) * unit)
  }
}
