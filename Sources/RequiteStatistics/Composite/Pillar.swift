/// One pillar of an index while it is being computed.
struct Pillar {
  /// All components of the pillar.
  let components: [Int]
  /// Those with a value and a weight.
  let known: [Int]
  /// The weight of all components, known or not.
  let weight: Int64
  /// The weight of those known.
  let knownWeight: Int64
  /// The weighted mean of ln max(x, floor) over the known components, or `nil` without any.
  let logarithm: Double?

  init(components: [Int], shares: [Double?], design: CompositeDesign) {
    let known = components.filter { shares[$0] != nil && design.weights[$0] > 0 }
    let knownWeight = known.reduce(0) { $0 + design.weights[$1] }
    let sum = known.reduce(0.0) {
      $0 + Double(design.weights[$1]) * Elementary.ln(max(shares[$1] ?? 1, design.floor))
    }
    self.components = components
    self.known = known
    self.knownWeight = knownWeight
    weight = components.reduce(0) { $0 + design.weights[$1] }
    logarithm = known.isEmpty ? nil : sum / Double(knownWeight)
  }

  /// The part of each component in the whole: its pillar's part, divided among the pillar's known components.
  static func effectiveWeights(of pillars: [Pillar], design: CompositeDesign) -> [Double] {
    let total = pillars.reduce(0) { $0 + $1.weight }
    var result = Array(repeating: 0.0, count: design.weights.count)
    for pillar in pillars {
      for component in pillar.known {
        result[component] =
          Double(Int128(pillar.weight) * Int128(design.weights[component]))
          / Double(Int128(total) * Int128(pillar.knownWeight))
      }
    }
    return result
  }
}
