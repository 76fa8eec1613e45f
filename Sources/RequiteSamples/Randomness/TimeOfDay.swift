/// When in a day people write: little at night, most around noon and in the early evening.
enum TimeOfDay {
  private static let hours = Wheel([
    2, 1, 1, 1, 1, 3, 8, 18, 36, 52, 60, 62, 58, 56, 58, 56, 52, 50, 54, 48, 36, 22, 10, 5,
  ])

  /// A second of the day, 0..<86,400.
  static func draw(_ random: inout SplitMix64) -> Int64 {
    Int64(hours.turn(&random) * 3600 + random.below(3600))
  }
}
