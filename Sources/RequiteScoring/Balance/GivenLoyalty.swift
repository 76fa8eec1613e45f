import RequiteModel

/// Loyalty given by one answer, on 0…1000: METHODS B14.
enum GivenLoyalty {
  /// 1000 (s − lowest) / (highest − lowest), halves rounded up.
  static func permille(of score: Int32, on scale: ScoreScale) -> Int64 {
    roundedHalfUp(1000 * (Int64(score) - Int64(scale.lowest)), over: Int64(scale.highest) - Int64(scale.lowest))
  }
}

/// The quotient of numbers that are not negative, rounded to the nearest whole number, halves up.
func roundedHalfUp(_ numerator: Int64, over denominator: Int64) -> Int64 {
  (2 * numerator + denominator) / (2 * denominator)
}
