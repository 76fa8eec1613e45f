/// A composite index: the weighted geometric mean of components, grouped in pillars, on 0…100 (METHODS B11).
///
/// Geometric, because good values then buy back bad ones only in part, because the weakest component is worth the most
/// effort, and because logarithms add up, so that a change divides exactly among its causes (`IndexChange`).
///
/// A component without enough cases has no value and is left out; the others of its pillar take over its weight
/// (`partial` names it). A pillar without any value leaves no index: what is not known is not guessed.
public struct CompositeIndex: Hashable, Sendable {
  /// What was counted.
  public let components: [CountedShare]
  /// How it is put together.
  public let design: CompositeDesign
  /// The value of each component, without the floor; `nil` with too few cases.
  public let shares: [Double?]
  /// Why a component has no value: `noData` or `denominatorTooSmall`.
  public let shareReasons: [Caveat?]
  /// The part each component has in the index; 0 without a value.
  ///
  /// Adds up to 1 where there is an index.
  public let weights: [Double]
  /// The weighted geometric mean of each pillar, on 0…100.
  public let pillars: [Double?]
  /// Why a pillar has no value: `noData` where nothing was counted, else `pillarEmpty`.
  public let pillarReasons: [Caveat?]
  /// The weighted geometric mean of all components, on 0…100, or `nil` with an empty pillar.
  public let index: Double?
  /// The arithmetic mean of the same values with the same weights, never below `index`.
  public let arithmetic: Double?
  /// The harmonic mean of the same values with the same weights, never above `index`.
  public let harmonic: Double?
  /// Why there is no index: `noData` where nothing was counted at all, else `pillarEmpty`.
  public let reason: Caveat?

  /// Creates the index of components in the order of `design`.
  public init(components: [CountedShare], design: CompositeDesign) {
    precondition(components.count == design.weights.count, "an index has a count for each component of its design")
    self.components = components
    self.design = design
    let values = components.map { $0.value(minimumDenominator: design.minimumDenominator) }
    let shares = values.map { $0.0 }
    self.shares = shares
    shareReasons = values.map { $0.1 }
    let parts = (0..<design.pillarCount).map {
      Pillar(components: design.components(ofPillar: $0), shares: shares, design: design)
    }
    weights = Pillar.effectiveWeights(of: parts, design: design)
    pillars = parts.map { $0.logarithm.map { 100 * Elementary.exponential($0) } }
    pillarReasons = parts.map { $0.logarithm == nil ? Self.emptiness(of: components, among: $0.components) : nil }
    guard parts.allSatisfy({ $0.logarithm != nil || $0.weight == 0 }) else {
      (index, arithmetic, harmonic) = (nil, nil, nil)
      reason = Self.emptiness(of: components, among: Array(components.indices))
      return
    }
    let means = WeightedMeans(values: shares.map { max($0 ?? 1, design.floor) }, weights: weights)
    index = 100 * means.geometric
    arithmetic = 100 * means.arithmetic
    harmonic = 100 * means.harmonic
    reason = nil
  }

  /// Components that have weight in the design but no value, ascending: the index is partial where there are any.
  public var partial: [Int] {
    components.indices.filter { design.weights[$0] > 0 && shares[$0] == nil }
  }

  /// Components that enter with the floor instead of their value, ascending.
  ///
  /// They add no variance.
  public var atFloor: [Int] {
    components.indices.filter { weights[$0] > 0 && shares[$0].map { $0 <= design.floor } ?? false }
  }

  private static func emptiness(of components: [CountedShare], among places: [Int]) -> Caveat {
    places.allSatisfy { components[$0].denominator == 0 } ? .noData : .pillarEmpty
  }
}
