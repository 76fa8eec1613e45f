import RequiteModel

/// The way from one version to another: knowledge first, then the period, then the configuration key by key, then the
/// method stage by stage.
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

  /// The way from `before` to `after`.
  ///
  /// Settings that change no count make no point: the later version differs from the last point by them alone.
  ///
  /// - Parameter words: codes for the facts of both sides.
  public init(from before: Settings, to after: Settings, words: Plan) {
    var words = words
    words.periods = []
    self.words = words
    var settings = before
    var points = [Point(settings: settings, knowsAfter: false, step: .start)]
    points.append(Point(settings: settings, knowsAfter: true, step: .knowledge))
    settings.asOf = after.asOf
    settings.surveyWindow = after.surveyWindow
    settings.eventWindow = after.eventWindow
    points.append(Point(settings: settings, knowsAfter: true, step: .period))
    for switched in SettingSwitch.switches(from: settings, to: after) {
      switched.apply(&settings)
      points.append(Point(settings: settings, knowsAfter: true, step: .setting(switched.cause)))
    }
    self.points = points
  }

  /// The settings of the earlier version.
  public var before: Settings { points[0].settings }

  /// The earlier settings in the later period.
  public var moved: Settings { points[2].settings }

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

  /// Every cause there can be, in the order in which causes are applied.
  var causes: [Cause] {
    ChangePath.knowledgeCauses + ChangePath.periodCauses
      + points.compactMap { if case .setting(let cause) = $0.step { cause } else { nil } }
  }

  private static let knowledgeCauses = [Cause.Kind.erased, .fileMissing, .removed, .corrected, .late, .knockOn].map {
    Cause(.knowledge, $0)
  }
  private static let periodCauses = [Cause.Kind.agedOut, .new, .knockOn].map { Cause(.period, $0) }
}
