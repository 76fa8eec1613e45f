extension NetPromoter {
  /// The 95 % score interval: all net shares that a score test would not reject, or `nil` when nobody answered.
  ///
  /// A net share *t* is kept if |p − d − nt| ≤ z √(n(2q + t − t²)), where *q* is the most likely share of detractors
  /// under *t* (METHODS B2). It never collapses to a point and always lies within −1…1.
  ///
  /// - Complexity: O(1), some fifty square roots an end.
  public var scoreInterval: Interval? {
    guard let estimate else { return nil }
    let low = detractors == n ? -1 : bisect(Interval(low: -1, high: estimate)) { rejects($0) }
    let high = promoters == n ? 1 : bisect(Interval(low: estimate, high: 1)) { !rejects($0) }
    return Interval(low: low, high: high)
  }

  /// Whether the score test at 5 % rejects the net share `t`.
  private func rejects(_ t: Double) -> Bool {
    let total = Double(n)
    let distance = (Double(promoters - detractors) - total * t).magnitude
    let unitVariance = max(0, 2 * mostLikelyDetractors(under: t) + t - t * t)
    return distance > Normal.z975 * (total * unitVariance).squareRoot()
  }

  /// The larger root of 2n q² + Bq + C = 0, in the form that does not cancel.
  private func mostLikelyDetractors(under t: Double) -> Double {
    let total = Double(n)
    let against = Double(detractors)
    let b = -Double(promoters + detractors) + (2 * total - Double(promoters) + against) * t
    let c = -against * t * (1 - t)
    let root = max(0, b * b - 8 * total * c).squareRoot()
    return b <= 0 ? (root - b) / (4 * total) : -2 * c / (root + b)
  }
}
