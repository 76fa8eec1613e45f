import RequiteModel

/// How much numbers may change between two versions before somebody has to look.
///
/// Of the rules that fit a number, the first that limits a step decides about that step: the whole change, the
/// restatement, the movement, the settled periods. Limits are in the unit of `measures.csv` and are compared with the
/// numbers as printed there; a number that is hidden, new, gone or not shown is not judged.
public struct Thresholds: Hashable, Sendable {
  /// How serious it is.
  public enum Level: String, CaseIterable, Sendable {
    /// The command ends with 3.
    case fail
    /// It is only said.
    case warn
  }

  /// A rule of the file.
  public struct Rule: Hashable, Sendable {
    /// Its line in the file.
    public var line: Int
    /// Which metrics it is for.
    public var metric = NamePattern("*")
    /// Which dimension's levels it is for; `nil` for the whole vendor.
    public var dimension: String?
    /// It is for numbers of at least so many independent units in both versions.
    public var minimumN: Int64 = 0
    /// Whether only changes for the worse count.
    public var onlyWorse = false
    /// How far the number may move, in its unit.
    public var absolute: ExactLimit?
    /// How far it may move, as a part of what it was.
    public var relative: ExactLimit?
    /// How far the old period may be restated, in the number's unit.
    public var restated: ExactLimit?
    /// How far it may move because the period did, in its unit.
    public var movement: ExactLimit?
    /// Whether it may move only as far as chance explains.
    public var movementWithinNoise = false
    /// With `restated`: only periods of the trend that had ended so many days before the earlier version's `as_of`.
    public var settledDays: Int64?
    /// With `rows`: the cause whose facts are counted, over all vendors.
    public var cause: Cause.Kind?
    /// How many facts the cause may have changed; for a setting or the method any change is one too many.
    public var rows: Int64 = 0
    /// How serious it is.
    public var level = Level.fail

    /// Creates a rule for all metrics of whole vendors, which limits nothing yet.
    public init(line: Int) {
      self.line = line
    }
  }

  /// What is no difference: changes up to this do not count for `--exit-code`; `nil` where every change counts.
  public var tolerance: ExactLimit?
  /// By how many points an old period may change before it is flagged.
  public var restatedFlag = ExactLimit.onePoint
  /// The rules, in the order of the file.
  public var rules: [Rule] = []

  /// No rules: every change counts, and nothing trips.
  public init() {}
}
