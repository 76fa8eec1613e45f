/// The character of a fictional vendor: what its customers think of it and how it treats them.
///
/// Shares are permilles for an average customer; a more satisfied one is treated a little better (`Customer.favour`).
struct VendorProfile: Sendable {
  /// The vendor's id in dumps.
  var name: String
  /// The average opinion, 0…1000; a tenth of it in permille points is about the average score of ten.
  var esteem: Int
  /// How soon first answers come.
  var pace: Pace
  /// Addressed threads that are ever answered.
  var answered: Int
  /// First answers on the channel the customer chose.
  var sameChannel: Int
  /// Overheard threads that somebody takes on.
  var listening: Int
  /// Threads handled by people who sign.
  var named: Int
  /// Signed answers that come from the same person as the one before.
  var oneOwner: Int
  /// Answered threads that end settled.
  var resolved: Int
  /// Answered threads with a promise in them.
  var promising: Int
  /// Promises that are kept in time.
  var kept: Int
  /// Threads in which something is changed for the customer.
  var changing: Int
  /// Changes for the better.
  var favourable: Int
  /// Changes for the worse that the customer agreed to.
  var consent: Int
  /// Detractors the vendor comes back to.
  var closedLoop: Int
  /// Threads in which a robot speaks first.
  var robots: Int
  /// Whether most customers belong to a company's account.
  var hasAccounts = false
  /// Whether responses carry a stratum and a design weight.
  var hasStrata = false
}

/// How long a first answer takes, as permilles of what customers of a channel expect; each step is equally likely.
struct Pace: Sendable {
  private let steps: [Int]

  /// Nearly always within the expectation.
  static let prompt = Pace(steps: [
    10, 20, 40, 60, 90, 120, 180, 250, 320, 400, 500, 620, 780, 950, 1600, 6000,
  ])
  /// Seldom within it.
  static let slow = Pace(steps: [
    150, 300, 500, 700, 900, 1100, 1400, 1800, 2300, 3000, 4000, 6000, 9000, 15_000, 30_000, 90_000,
  ])
  /// Hardly ever within it.
  static let weary = Pace(steps: [
    300, 700, 1200, 2000, 3000, 4500, 6000, 8000, 11_000, 15_000, 20_000, 30_000, 50_000, 90_000, 200_000, 400_000,
  ])

  /// Seconds until the first answer where customers expect one within `expected` seconds; at most 16 days.
  func wait(expected: Int, _ random: inout SplitMix64) -> Int64 {
    let step = steps[random.below(steps.count)]
    let wait = expected * step / 1000
    return Int64(min(wait + random.below(wait / 4 + 20) + 5, 16 * 86_400))
  }
}
