/// Those who still wait as time goes on: the product of Kaplan and Meier, length by length.
struct StillWaiting {
  /// How many wait at least as long as the next length.
  private(set) var atRisk: Int64
  /// The share of all who wait longer than the last length that ended a wait.
  private(set) var share = 1.0

  /// Everybody waits.
  init(_ count: Int64) {
    atRisk = count
  }

  /// Goes past the waits of the next length.
  @inline(__always)
  mutating func pass(_ bin: WaitBin) {
    if bin.answered > 0 { share *= 1 - Double(bin.answered) / Double(atRisk) }
    atRisk -= bin.answered + bin.censored
  }
}

extension SurvivalCurve {
  /// A share that counts as one half: products such as 5/6 · 4/5 · 3/4 miss it by a rounding error.
  static let half = 0.5 + 1e-12

  /// `median.seconds` of the curve of `bins`, for who needs nothing else of it.
  public static func medianSeconds(of bins: [WaitBin]) -> Int64? {
    var waiting = StillWaiting(count(of: bins))
    for bin in bins {
      waiting.pass(bin)
      if waiting.share <= half { return bin.seconds }
    }
    return nil
  }

  /// `ended(by:).estimate` of the curve of `bins`, for who needs nothing else of it.
  public static func shareEnded(by seconds: Int64, of bins: [WaitBin]) -> Double? {
    let count = count(of: bins)
    guard count > 0 else { return nil }
    var waiting = StillWaiting(count)
    for bin in bins {
      if bin.seconds > seconds { break }
      waiting.pass(bin)
    }
    return 1 - waiting.share
  }

  private static func count(of bins: [WaitBin]) -> Int64 {
    bins.reduce(0) { $0 + $1.answered + $1.censored }
  }
}
