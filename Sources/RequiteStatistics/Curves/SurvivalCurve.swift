/// How long one waits, from waits of which some were never seen to end: the Kaplan–Meier estimate (METHODS B10).
///
///     let curve = SurvivalCurve(bins: bins)
///     curve.median.seconds              // half have ended after so long
///     curve.ended(by: 3600).estimate    // the share that ended within the hour
///
/// A wait censored at the very second of an end counts as still at risk there. Intervals are log-log, from Greenwood's
/// variance, and take waits for independent. They agree with `survfit(conf.type = "log-log")` of the R package survival;
/// the median does not where the curve is flat at one half: R takes the middle of the flat piece, this its beginning.
///
/// Source: Kaplan and Meier, JASA 53 (1958) 457–481.
public struct SurvivalCurve: Hashable, Sendable {
  /// One time at which waits ended.
  public struct Step: Hashable, Sendable {
    /// The time in seconds.
    public let seconds: Int64
    /// Waits that had lasted so long.
    public let atRisk: Int64
    /// Of those, waits that ended here.
    public let ended: Int64
    /// The share still waiting afterwards.
    public let survival: Double
    /// The standard error of `survival`, or `nil` where nobody waits any longer.
    public let standardError: Double?
    /// The 95 % interval of `survival`, or `nil` where nobody waits any longer.
    public let interval: Interval?
  }

  /// All waits, ended or not.
  public let count: Int64
  /// Waits that ended.
  public let events: Int64
  /// The times at which waits ended, ascending.
  public let steps: [Step]

  /// Creates the curve of waits counted by their length, the bins strictly ascending by `seconds`.
  public init(bins: [WaitBin]) {
    precondition(zip(bins, bins.dropFirst()).allSatisfy { $0.seconds < $1.seconds }, "bins ascend by their length")
    count = bins.reduce(0) { $0 + $1.answered + $1.censored }
    events = bins.reduce(0) { $0 + $1.answered }
    var waiting = StillWaiting(count)
    var greenwood = 0.0
    var steps: [Step] = []
    for bin in bins {
      let atRisk = waiting.atRisk
      waiting.pass(bin)
      guard bin.answered > 0 else { continue }
      greenwood += Double(bin.answered) / (Double(atRisk) * Double(atRisk - bin.answered))
      steps.append(Step(bin, atRisk: atRisk, survival: waiting.share, greenwood: greenwood))
    }
    self.steps = steps
  }
}

extension SurvivalCurve.Step {
  /// Greenwood's sum is infinite, and of no use, once everybody has ended.
  fileprivate init(_ bin: WaitBin, atRisk: Int64, survival: Double, greenwood: Double) {
    seconds = bin.seconds
    self.atRisk = atRisk
    ended = bin.answered
    self.survival = survival
    guard survival > 0 else {
      standardError = nil
      interval = nil
      return
    }
    let logarithm = Elementary.ln(survival)
    let width = Elementary.exponential(Normal.z975 * greenwood.squareRoot() / -logarithm)
    standardError = survival * greenwood.squareRoot()
    interval = Interval(
      low: Elementary.exponential(logarithm * width), high: Elementary.exponential(logarithm / width))
  }
}
