/// Everything that happened between two versions, cause by cause: what the rows' side of a diff delivers.
public struct CausedChanges: Sendable {
  /// One ratio metric in one cell.
  public struct Counts: Hashable, Sendable {
    /// What each cause did, in the order in which causes are applied; causes that changed nothing are left out.
    public var changes: [CausedChange] = []
    /// Who entered or left between the periods.
    public var churn = ChurnSums()

    /// Nothing changed.
    public init() {}
  }

  /// The waits for a first answer in one cell, before anything changed and as each cause changed them.
  public struct Waits: Hashable, Sendable {
    /// What one cause did to the waits of a cell.
    public struct Change: Hashable, Sendable {
      /// The cause.
      public var cause: Cause
      /// Threads that came (positive) and went (negative).
      public var bins: WaitBins

      /// Creates a change.
      public init(_ cause: Cause, bins: WaitBins) {
        self.cause = cause
        self.bins = bins
      }
    }

    /// The threads of the earlier version.
    public var before = WaitBins()
    /// What each cause did, in the order in which causes are applied.
    public var changes: [Change] = []

    /// No waits.
    public init() {}
  }

  /// Threads that waited equally long.
  public struct WaitCounts: Hashable, Sendable {
    /// Those answered after that long.
    public var answered: Int64
    /// Those still waiting then, as far as is known.
    public var censored: Int64

    /// Creates counts.
    public init(answered: Int64 = 0, censored: Int64 = 0) {
      self.answered = answered
      self.censored = censored
    }
  }

  /// Counts by measure, of cells over the window (period `window`).
  public var counts: [MeasureKey: Counts] = [:]
  /// Waits by cell; the key's metric is `first_answer.median_seconds`.
  public var waits: [MeasureKey: Waits] = [:]
  /// Invitations that could not be answered in the earlier version, by cell, in millionths; the key's metric is `ineligible`.
  public var ineligibleBefore: [MeasureKey: Int128] = [:]
  /// The name under which `counts` tells of such invitations: a sum that is not published, from which rates are estimated.
  public static let ineligible = "loyalty.response_rate.ineligible"
  /// Facts that differ between both sides, by cause: what `--stat` prints, whether or not a number moved.
  public var facts: [Cause: [DumpKind: Int64]] = [:]

  /// Nothing happened.
  public init() {}
}
