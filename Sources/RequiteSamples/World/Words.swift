/// The closed lists of words in a sample, as bytes ready to be written.
enum Words {
  /// Where customers live.
  static let regions = encoded("east", "north", "south", "west")
  /// What customers pay for.
  static let plans = encoded("basic", "plus", "business")
  /// How often each plan comes up.
  static let planWheel = Wheel([5, 3, 2])
  /// Sampling strata of the vendor that samples.
  static let strata = encoded("city", "coast", "country")
  /// How often each stratum is asked; `stratumWeights` undoes it.
  static let strataWheel = Wheel([5, 3, 2])
  /// Design weights by stratum, in hundredths.
  static let stratumWeights = [64, 110, 175]
  /// Units of a vendor.
  static let units = encoded("alder", "beech", "chestnut", "elm", "fir", "linden", "maple", "oak")
  /// People who sign.
  static let agents = encoded(
    "ada", "amir", "bruno", "carla", "chidi", "dana", "elif", "emilio", "farah", "goran", "hana", "ines", "jose",
    "kofi", "lena", "marta", "noor", "oskar", "priya", "quinn", "rosa", "sami", "tove", "yuki")
  /// Machines that speak.
  static let robots = encoded("bot:welcome", "bot:faq")

  /// Words as bytes.
  static func encoded(_ words: String...) -> [[UInt8]] {
    words.map { Array($0.utf8) }
  }
}
