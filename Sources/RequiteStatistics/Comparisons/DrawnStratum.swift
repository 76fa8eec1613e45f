/// A stratum as far as the variance of any total over it is concerned.
protocol DrawnStratum {
  /// *n*_h: clusters drawn.
  var clusters: Int64 { get }
  /// *N*_h: clusters in the population, where known.
  var population: Int64? { get }
}

extension LonelyPolicy {
  /// Refuses a population smaller than its sample, and under `fail` a stratum with a single cluster.
  func check(_ strata: [some DrawnStratum]) throws(RatioFailure) {
    for (place, stratum) in strata.enumerated() {
      if let population = stratum.population, population < stratum.clusters {
        throw .populationTooSmall(stratum: place, clusters: stratum.clusters, population: population)
      }
      if self == .fail, stratum.clusters == 1 { throw .lonelyStratum(stratum: place) }
    }
  }

  /// The variance of a total over strata that each have a cluster (METHODS B4).
  ///
  /// Returns `nil` where all strata are lonely and should take the average of none.
  ///
  /// - Parameters:
  ///   - centred: n_h/(n_h − 1) times the squares about the mean, for a stratum of two clusters or more.
  ///   - uncentred: the squares about 0, for a stratum of one.
  func variance<Stratum: DrawnStratum>(
    over strata: [Stratum], centred: (Stratum) -> Double, uncentred: (Stratum) -> Double
  ) -> Double? {
    let lonelyCount = strata.count { $0.clusters == 1 }
    let sum = strata.reduce(0.0) { sum, stratum in
      let undrawn = stratum.population.map { 1 - Double(stratum.clusters) / Double($0) } ?? 1
      if stratum.clusters > 1 { return sum + undrawn * centred(stratum) }
      return self == .adjust ? sum + undrawn * uncentred(stratum) : sum
    }
    guard self == .average, lonelyCount > 0 else { return sum }
    return lonelyCount < strata.count ? sum * Double(strata.count) / Double(strata.count - lonelyCount) : nil
  }
}
