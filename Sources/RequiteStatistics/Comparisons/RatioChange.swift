/// The linear approximation of the difference of two ratios, b less a (METHODS B5).
///
/// A cluster moves the difference by u = (yᵦ − Rᵦwᵦ)/Wᵦ − (yₐ − Rₐwₐ)/Wₐ.
struct RatioChange {
  let from: Double
  let to: Double
  private let fromWeight: Double
  private let toWeight: Double

  /// Creates the change between the two periods of `total`, which both have weight.
  init(total: PairMoments) {
    fromWeight = Double(total.wa)
    toWeight = Double(total.wb)
    from = Double(total.ya) / fromWeight
    to = Double(total.yb) / toWeight
  }

  /// n_h/(n_h − 1) Σ (u − ū)², for at least two clusters.
  func centredVariance(of moments: PairMoments) -> Double {
    squares(moments.centred) / Double(moments.n - 1)
  }

  /// Σ u²: the squares about 0 instead of the mean.
  func uncentredVariance(of moments: PairMoments) -> Double {
    squares(moments)
  }

  /// The quadratic form of u over the ten products, which is never negative; what is left of rounding, below 10⁻¹² of
  /// the parts, is 0.
  ///
  /// Each sum below stays the same number when the periods change places.
  private func squares(_ p: PairMoments) -> Double {
    let earlier = side(p.yaya, p.yawa, p.wawa, ratio: from, weight: fromWeight)
    let later = side(p.ybyb, p.ybwb, p.wbwb, ratio: to, weight: toWeight)
    let alike = (Double(p.yayb), from * to * Double(p.wawb))
    let cross = (from * Double(p.wayb), to * Double(p.yawb))
    let weights = fromWeight * toWeight
    let value = (earlier.value + later.value) - 2 * ((alike.0 + alike.1) - (cross.0 + cross.1)) / weights
    let shared = (alike.0.magnitude + alike.1.magnitude + cross.0.magnitude + cross.1.magnitude) / weights
    return value < 1e-12 * (earlier.size + later.size + 2 * shared) ? 0 : value
  }

  /// (yy − 2r·yw + r²·ww)/W² of one period, and the sum of its parts without their signs.
  private func side(
    _ yy: Int128, _ yw: Int128, _ ww: Int128, ratio r: Double, weight: Double
  ) -> (value: Double, size: Double) {
    let (yy, mixed, ww) = (Double(yy), 2 * r * Double(yw), r * r * Double(ww))
    let square = weight * weight
    return ((yy + ww - mixed) / square, (yy + ww + mixed.magnitude) / square)
  }
}
