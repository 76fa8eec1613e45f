import RequiteModel
import RequiteStatistics

/// What one coordinate did to one number, as it is shown: the parts add up to the change, to the last digit shown.
public struct ShownStep: Hashable, Sendable {
  /// What moved; two where too few rows stand behind one of them.
  public let coordinates: [Coordinate]
  /// The number where the step ends.
  public let end: Double
  /// The same, as shown.
  public let endText: String
  /// What the step did, as shown.
  public let changeText: String
  /// What the step did.
  public let change: Double
  /// What each cause did.
  public let parts: [ShownPart]
  /// Half the width of the 95 % interval of the noise of a movement; `nil` for other steps and where nobody came or went.
  public let margin: Double?
  /// The same, as shown.
  public let marginText: String?
  /// What is remarkable about it.
  public let flag: StepFlag?

  /// The step in a word: `restated`, `movement`, `configuration`, `method`, or `restated and movement`.
  public var title: String { coordinates.map(\.stepTitle).joined(separator: " and ") }
}

/// What one cause did to one number, as it is shown.
public struct ShownPart: Hashable, Sendable {
  /// Whose part it is.
  public let name: PartName
  /// Rows behind it; `nil` where there are none, and where they are too few to be counted.
  public let rows: Int64?
  /// Whether its rows are too few to be counted.
  public let hasFewRows: Bool
  /// What it did to numerator and denominator, in millionths.
  public let numerator: Int128?
  /// The same of the denominator.
  public let denominator: Int128?
  /// The part as a reduced fraction, in the unit of the metric.
  public let exact: ExactNumber?
  /// The part.
  public let value: Double
  /// The part as shown.
  public let text: String
  /// The least and the greatest that it is in any order of coordinates, where they show as different numbers.
  public let range: ShownRange?
}

/// What a part may be, depending on what moved first.
public struct ShownRange: Hashable, Sendable {
  /// The least.
  public let low: Double
  /// The greatest.
  public let high: Double
  /// Both as shown: `-1.6 to +0.7`.
  public let text: String
}

/// A fraction of two whole numbers without a common divisor.
public struct ExactNumber: Hashable, Sendable {
  /// Above the line.
  public let numerator: Int128
  /// Below the line, above 0.
  public let denominator: Int128

  init?(_ fraction: Fraction?) {
    guard let parts = fraction?.reduced else { return nil }
    (numerator, denominator) = parts
  }
}

/// What is remarkable about a step.
public enum StepFlag: Hashable, Sendable {
  /// A movement that chance alone explains.
  case withinNoise
  /// A movement beyond what chance explains.
  case beyondNoise
  /// The old period changed by more than so many points (of a hundred, where the metric is a share).
  case restated(limit: String)

  /// The flag in words.
  public var text: String {
    switch self {
    case .withinNoise: "within noise"
    case .beyondNoise: "beyond noise"
    case .restated(let limit): "restated more than \(limit)"
    }
  }

  /// The same where it does not stand beside its step.
  var standaloneText: String {
    switch self {
    case .withinNoise, .beyondNoise: "movement \(text)"
    case .restated: text
    }
  }
}

extension Coordinate {
  var stepTitle: String {
    switch self {
    case .knowledge: "restated"
    case .period: "movement"
    case .configuration: "configuration"
    case .method: "method"
    }
  }
}
