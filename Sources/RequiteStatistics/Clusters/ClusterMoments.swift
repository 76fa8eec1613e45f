/// The exact sums from which a ratio Σy / Σw and its variance between clusters follow (METHODS B4).
///
/// A cluster is whatever was drawn as one, for example an account with all its respondents. *y* and *w* are the totals of
/// a cluster, both in the same whole unit (for weighted answers micro-units: weight × 10⁶), so that their ratio has none.
/// Moments add: those of two sets of clusters are the sum of both, in any order, as long as no cluster is divided.
///
/// Overflow traps. It is out of reach while n · Σw² stays below 1.7 · 10³⁸, as with a thousand million clusters of
/// weight 1,000.
public struct ClusterMoments: Hashable, Sendable {
  /// The number of clusters.
  public var n: Int128
  /// Σ y.
  public var y: Int128
  /// Σ w.
  public var w: Int128
  /// Σ y².
  public var yy: Int128
  /// Σ y·w.
  public var yw: Int128
  /// Σ w².
  public var ww: Int128

  /// Creates moments from their values; by default those of no cluster.
  public init(n: Int128 = 0, y: Int128 = 0, w: Int128 = 0, yy: Int128 = 0, yw: Int128 = 0, ww: Int128 = 0) {
    self.n = n
    self.y = y
    self.w = w
    self.yy = yy
    self.yw = yw
    self.ww = ww
  }

  /// Adds one cluster with the totals `y` and `w`.
  public mutating func add(y: Int128, w: Int128) {
    self += ClusterMoments(n: 1, y: y, w: w, yy: y * y, yw: y * w, ww: w * w)
  }

  /// The moments of both sets of clusters.
  public static func + (left: ClusterMoments, right: ClusterMoments) -> ClusterMoments {
    ClusterMoments(
      n: left.n + right.n, y: left.y + right.y, w: left.w + right.w,
      yy: left.yy + right.yy, yw: left.yw + right.yw, ww: left.ww + right.ww)
  }

  /// Adds the moments of another set of clusters.
  public static func += (left: inout ClusterMoments, right: ClusterMoments) {
    left = left + right
  }
}
