/// One stratum of a sample: the moments of its clusters and how many clusters were drawn.
public struct StratumMoments: DrawnStratum, Hashable, Sendable {
  /// The moments of the clusters that belong to the domain, for example to one segment.
  public let domain: ClusterMoments
  /// *n*_h: clusters of the stratum in the whole sample.
  ///
  /// Those outside the domain count with zeros: a segment's size is a matter of chance too.
  public let clusters: Int64
  /// *N*_h: clusters of the stratum in the population, where known.
  ///
  /// Gives the finite population correction.
  public let population: Int64?

  /// Creates a stratum; `clusters` is at least the number of clusters in `domain`, which is the default.
  public init(domain: ClusterMoments, clusters: Int64? = nil, population: Int64? = nil) {
    let drawn = clusters ?? Int64(domain.n)
    precondition(drawn >= domain.n, "a domain has no more clusters of a stratum than were drawn")
    self.domain = domain
    self.clusters = drawn
    self.population = population
  }

  /// n_h/(n_h − 1) Σ (z − z̄)² with z = y − ratio · w, over all clusters drawn; at least two (METHODS B4, Q/(n_h − 1)).
  func centredVariance(ratio: Double) -> Double {
    let n = Int128(clusters)
    let a = n * domain.yy - domain.y * domain.y
    let b = n * domain.yw - domain.y * domain.w
    let c = n * domain.ww - domain.w * domain.w
    return residual(a, b, c, ratio: ratio) / Double(clusters - 1)
  }

  /// Σ z² with z = y − ratio · w: the squares about 0 instead of the mean.
  func uncentredVariance(ratio: Double) -> Double {
    residual(domain.yy, domain.yw, domain.ww, ratio: ratio)
  }

  /// a − 2rb + r²c, which is never negative; what is left of rounding, below 10⁻¹² of the parts, is 0.
  private func residual(_ a: Int128, _ b: Int128, _ c: Int128, ratio r: Double) -> Double {
    let (a, b, c) = (Double(a), Double(b), Double(c))
    let value = a - 2 * r * b + r * r * c
    let rounding = 1e-12 * (a.magnitude + 2 * (r * b).magnitude + r * r * c)
    return value < rounding ? 0 : value
  }
}
