import RequiteModel
import RequiteStatistics

/// How long customers of one part of a vendor's data wait for a first answer, as a chart needs it (METHODS B10).
///
/// The share still waiting, falling from 1: the Kaplan–Meier estimate with its steps thinned to what an eye can tell
/// apart. Numbers are in the measures; a curve only shows them.
public struct WaitCurve: Hashable, Sendable {
  /// From some moment on, so many still wait.
  public struct Step: Hashable, Sendable {
    /// Seconds since the customer wrote.
    public let seconds: Int64
    /// The share that still waits afterwards.
    public let waiting: Double
  }

  /// The vendor's id as in the dumps.
  public let vendor: String
  /// `all`, or a configured dimension.
  public let dimension: String
  /// `*` for `all`, else the level's name.
  public let level: String
  /// All threads that waited, answered or not.
  public let count: Int64
  /// By time, each later and lower than the one before.
  public let steps: [Step]
  /// Moments up to which some threads are known to have waited, and no more is known of them.
  public let censored: [Int64]
  /// How many threads had waited so long and were still followed, at the moments of `WaitCurve.moments`.
  public let atRisk: [Int64]

  /// Where the numbers of a curve are told: 5 minutes, an hour, a day, 14 days.
  public static let moments: [Int64] = [300, 3600, 86_400, 1_209_600]

  /// Steps within this factor of time are one: about four pixels of a drawing.
  private static let resolution = 1.08
  /// So many marks of censored waits are kept.
  private static let mostCensored = 24

  /// The curve of the cell of `key`, from its waits by length, strictly ascending.
  public init(key: MeasureKey, bins: [Histogram.Bin]) {
    let bins = bins.map {
      WaitBin(seconds: Int64($0.seconds), answered: Int64($0.answered), censored: Int64($0.censored))
    }
    let curve = SurvivalCurve(bins: bins)
    vendor = key.vendor
    dimension = key.dimension
    level = key.level
    count = curve.count
    steps = WaitCurve.thinned(curve.steps)
    censored = WaitCurve.largest(bins.filter { $0.censored > 0 })
    atRisk = WaitCurve.moments.map { moment in
      bins.reduce(0) { $1.seconds > moment ? $0 + $1.answered + $1.censored : $0 }
    }
  }

  /// Where its numbers stand in the table.
  var key: MeasureKey {
    MeasureKey(vendor: vendor, dimension: dimension, level: level, metric: "first_answer.median_seconds")
  }

  /// The share that still waits after `seconds`.
  public func waiting(after seconds: Int64) -> Double {
    steps.last { $0.seconds <= seconds }?.waiting ?? 1
  }

  /// The last step of each short stretch of time.
  private static func thinned(_ steps: [SurvivalCurve.Step]) -> [Step] {
    var result: [Step] = []
    var start = 0.0
    for step in steps {
      let seconds = Double(max(1, step.seconds))
      let kept = Step(seconds: step.seconds, waiting: step.survival)
      if seconds <= start * resolution {
        result[result.count - 1] = kept
      } else {
        result.append(kept)
        start = seconds
      }
    }
    return result
  }

  /// The lengths at which most waits were cut off, in order.
  private static func largest(_ bins: [WaitBin]) -> [Int64] {
    let ranked = bins.sorted { ($1.censored, $0.seconds) < ($0.censored, $1.seconds) }
    return ranked.prefix(mostCensored).map(\.seconds).sorted()
  }
}
