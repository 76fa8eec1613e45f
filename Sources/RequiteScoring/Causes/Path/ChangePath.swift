import RequiteModel

/// The way from one version to another: usually knowledge first, then the period, then the configuration key by key, then
/// the method stage by stage.
///
/// Each point on it is a version that could be published by itself. Rows are judged at every point, and what differs
/// between two neighbouring points is the step's doing.
public struct ChangePath: Sendable {
  /// One point on the way.
  public struct Point: Sendable {
    /// The settings there.
    public let settings: Settings
    /// Whether the later version's facts are known there.
    public let knowsAfter: Bool
    /// What moved last.
    public let step: Step
  }

  /// What moves from one point to the next.
  public enum Step: Hashable, Sendable {
    /// Nothing: where the way begins.
    case start
    /// The facts.
    case knowledge
    /// `as_of` and both windows.
    case period
    /// A key of the configuration or a stage of the method; it is the cause itself.
    case setting(Cause)
  }

  /// Codes in which the facts of both sides meet, without trend periods.
  public let words: Plan
  /// The points, the earlier version first.
  public let points: [Point]
  /// The earlier settings in the later period.
  public let moved: Settings

  /// The way from `before` to `after`.
  ///
  /// Settings that change no count make no point: the later version differs from the last point by them alone.
  ///
  /// - Parameters:
  ///   - before: the settings of the earlier version.
  ///   - after: those of the later one.
  ///   - words: codes for the facts of both sides.
  ///   - order: what moves first, and what last; each once.
  public init(from before: Settings, to after: Settings, words: Plan, order: [ChangeLeg] = ChangeLeg.allCases) {
    var words = words
    words.periods = []
    self.words = words
    var moved = before
    moved.take(periodOf: after)
    self.moved = moved
    points = order.reduce(into: [Point(settings: before, knowsAfter: false, step: .start)]) { points, leg in
      ChangePath.append(leg, to: &points, after)
    }
  }

  private static func append(_ leg: ChangeLeg, to points: inout [Point], _ after: Settings) {
    let last = points[points.count - 1]
    var settings = last.settings
    if leg == .data {
      points.append(Point(settings: settings, knowsAfter: true, step: .knowledge))
      settings.take(periodOf: after)
      points.append(Point(settings: settings, knowsAfter: true, step: .period))
      return
    }
    let coordinate: Coordinate = leg == .configuration ? .configuration : .method
    for switched in SettingSwitch.switches(from: settings, to: after) where switched.cause.coordinate == coordinate {
      switched.apply(&settings)
      points.append(Point(settings: settings, knowsAfter: last.knowsAfter, step: .setting(switched.cause)))
    }
  }

  /// The settings of the earlier version.
  public var before: Settings { points[0].settings }

  /// Whether a setting differs by which any row may count otherwise.
  public var hasSettings: Bool { points.count > 3 }

  /// Whether the period differs.
  public var movesPeriod: Bool {
    before.asOf != moved.asOf || before.surveyWindow != moved.surveyWindow || before.eventWindow != moved.eventWindow
  }

  /// The words under the settings of one point.
  func plan(at point: Int) -> Plan {
    var plan = words
    plan.settings = points[point].settings
    plan.settings.dimensions = words.settings.dimensions
    plan.settings.raking = words.settings.raking
    return plan
  }

  /// Every cause there can be: those of rows first, then settings and stages in the order in which they are applied.
  var causes: [Cause] {
    ChangePath.knowledgeCauses + ChangePath.periodCauses
      + points.compactMap { if case .setting(let cause) = $0.step { cause } else { nil } }
  }

  private static let knowledgeCauses = [Cause.Kind.erased, .fileMissing, .removed, .corrected, .late, .knockOn].map {
    Cause(.knowledge, $0)
  }
  private static let periodCauses = [Cause.Kind.agedOut, .new, .knockOn].map { Cause(.period, $0) }
}

extension Settings {
  /// Takes over up to when facts count, and the windows in which they do.
  fileprivate mutating func take(periodOf other: Settings) {
    asOf = other.asOf
    surveyWindow = other.surveyWindow
    eventWindow = other.eventWindow
  }
}
