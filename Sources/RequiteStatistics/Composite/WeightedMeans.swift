/// The three classical means of positive values with weights that add up to 1.
struct WeightedMeans {
  /// exp Σ w ln x.
  let geometric: Double
  /// Σ w x.
  let arithmetic: Double
  /// 1 / Σ (w / x).
  let harmonic: Double

  init(values: [Double], weights: [Double]) {
    var logarithms = 0.0
    var sum = 0.0
    var inverses = 0.0
    for (value, weight) in zip(values, weights) where weight > 0 {
      logarithms += weight * Elementary.ln(value)
      sum += weight * value
      inverses += weight / value
    }
    geometric = Elementary.exponential(logarithms)
    arithmetic = sum
    harmonic = 1 / inverses
  }
}
