/// How far ranks depend on weights that were, in the end, a choice (METHODS B13).
///
///     let sensitivity = WeightSensitivity(design: design, draws: 1000, mix: 0.5)
///     let ranks = sensitivity.ranks(of: indices)
///     ranks[0]?.low, ranks[0]?.high    // the first is second or third, whatever the weights
///
/// All vendors are ranked with each set of `WeightDraws`, by the geometric, the arithmetic and the harmonic mean of
/// their components: three rankings a draw. Values that differ by less than 10⁻⁶ points share a rank. A ranking depends
/// on who takes part: compare intervals of one call only.
///
/// Source: the rank intervals of the R package COINr; OECD and JRC, *Handbook on Constructing Composite Indicators*
/// (2008).
public struct WeightSensitivity: Hashable, Sendable {
  /// The sets of weights.
  public let draws: WeightDraws
  /// The pillar of each component, counted from 0.
  public let pillars: [Int]

  /// Creates the sensitivity of indices of one design.
  ///
  /// - Parameters:
  ///   - design: gives weights and pillars.
  ///   - draws: how many sets of weights; with 0 nothing is ranked.
  ///   - mix: the part of chance in each set, 0…1.
  ///   - seed: where the random numbers begin.
  public init(design: CompositeDesign, draws: Int, mix: Double, seed: UInt64 = WeightDraws.defaultSeed) {
    self.draws = WeightDraws(weights: design.weights, count: draws, mix: mix, seed: seed)
    pillars = design.pillars
  }

  /// Creates the sensitivity of plain weighted means, all components in one pillar.
  public init(weights: [Int64], draws: Int, mix: Double, seed: UInt64 = WeightDraws.defaultSeed) {
    self.draws = WeightDraws(weights: weights, count: draws, mix: mix, seed: seed)
    pillars = Array(repeating: 0, count: weights.count)
  }

  /// The ranks of indices, in the order given; `nil` for those without a value.
  ///
  /// Components below the floor of an index's design enter with the floor.
  public func ranks(of indices: [CompositeIndex]) -> [RankInterval?] {
    ranks(of: indices.map { index in index.shares.map { $0.map { max($0, index.design.floor) } } })
  }

  /// The ranks of vendors by the values of their components, in the order given.
  ///
  /// Values are above 0, or `nil` where unknown: the others of the pillar take over the weight. A vendor with a pillar
  /// of which nothing is known has no rank and does not count for the others.
  ///
  /// - Complexity: O(draws · vendors · (components + log vendors)) time, O(vendors²) memory.
  public func ranks(of vendors: [[Double?]]) -> [RankInterval?] {
    let contenders = vendors.enumerated().compactMap { place, values in
      Contender(place: place, values: values, weights: draws.weights, pillars: pillars)
    }
    var result = Array(repeating: RankInterval?.none, count: vendors.count)
    guard !contenders.isEmpty, draws.count > 0 else { return result }
    let width = contenders.count
    var counts = Array(repeating: Int32(0), count: width * width)
    for weights in draws {
      let means = contenders.map { $0.means(weights: weights) }
      for rule in [\WeightedMeans.geometric, \.arithmetic, \.harmonic] {
        // Points to six decimals: what differs by less is the rounding of a mathematics library.
        let ranks = Self.ranks(of: means.map { Int64(($0[keyPath: rule] * 1e8).rounded(.toNearestOrEven)) })
        for (contender, rank) in ranks.enumerated() { counts[contender * width + rank - 1] += 1 }
      }
    }
    for (row, contender) in contenders.enumerated() {
      result[contender.place] = RankInterval(counts: counts[row * width..<(row + 1) * width])
    }
    return result
  }

  /// 1 + how many are greater, for each score.
  private static func ranks(of scores: [Int64]) -> [Int] {
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    var ranks = Array(repeating: 1, count: scores.count)
    for (better, next) in zip(order.indices, order.indices.dropFirst()) {
      let isTied = scores[order[better]] == scores[order[next]]
      ranks[order[next]] = isTied ? ranks[order[better]] : next + 1
    }
    return ranks
  }
}

/// A vendor that can be ranked.
private struct Contender {
  /// Its place among all vendors.
  let place: Int
  private let values: [Double]
  private let isKnown: [Bool]
  private let pillars: [Int]

  /// Returns `nil` where nothing is known of a pillar that has weight.
  init?(place: Int, values: [Double?], weights: [Int64], pillars: [Int]) {
    precondition(values.count == weights.count, "a vendor has a value, or none, for each component")
    precondition(values.allSatisfy { $0.map { $0 > 0 } ?? true }, "values are above 0: apply the floor first")
    let weighted = weights.indices.filter { weights[$0] > 0 }
    let isKnown = weights.indices.map { weights[$0] > 0 && values[$0] != nil }
    guard Set(weighted.map { pillars[$0] }) == Set(weighted.filter { isKnown[$0] }.map { pillars[$0] }) else {
      return nil
    }
    self.place = place
    self.values = values.map { $0 ?? 1 }
    self.isKnown = isKnown
    self.pillars = pillars
  }

  /// The means with one set of weights, those of unknown components divided within their pillars (METHODS B11).
  func means(weights: [Double]) -> WeightedMeans {
    var whole = Array(repeating: 0.0, count: pillars.count)
    var known = whole
    for (component, weight) in weights.enumerated() {
      whole[pillars[component]] += weight
      if isKnown[component] { known[pillars[component]] += weight }
    }
    let effective = weights.indices.map { component in
      let pillar = pillars[component]
      return isKnown[component] ? whole[pillar] * weights[component] / known[pillar] : 0
    }
    return WeightedMeans(values: values, weights: effective)
  }
}
