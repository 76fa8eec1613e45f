/// One stratum of a sample that was drawn in two periods.
///
///     PairStratum(moments: moments, population: 120)
public struct PairStratum: Hashable, Sendable {
  /// The moments of the clusters seen in either period.
  public let moments: PairMoments
  /// *N*_h: clusters of the stratum in the population, where known.
  ///
  /// Gives the finite population correction, of which the sample is all clusters seen in either period.
  public let population: Int64?

  /// Creates a stratum.
  public init(moments: PairMoments, population: Int64? = nil) {
    self.moments = moments
    self.population = population
  }
}

extension PairStratum: DrawnStratum {
  var clusters: Int64 { Int64(moments.n) }
}
