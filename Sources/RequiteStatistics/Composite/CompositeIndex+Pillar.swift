extension CompositeIndex {
  /// A pillar as an index of its own, with the components of all others left out; its `index` is the pillar's value.
  ///
  /// So whatever divides the change of an index divides that of a pillar. Returns `nil` for a pillar without weight.
  public func pillarAlone(_ pillar: Int) -> CompositeIndex? {
    let weights = zip(design.weights, design.pillars).map { $1 == pillar ? $0 : 0 }
    let alone = try? CompositeDesign(
      weights: weights, pillars: design.pillars, floor: design.floor, minimumDenominator: design.minimumDenominator)
    return alone.map { CompositeIndex(components: components, design: $0) }
  }
}
