import RequiteModel

/// On which sides of a comparison a fact stands, and what became of it between them.
///
/// A fact with the same content on both sides is one row with one mark. One with another content is two rows, each
/// standing on its side.
public struct FactMark: Hashable, BitwiseCopyable, Sendable {
  /// What became of a fact.
  public enum Change: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Nothing: it stands on both sides.
    case same
    /// Its customer asked to be forgotten.
    case erased
    /// No dump that held it takes part any more.
    case fileMissing
    /// It is gone from dumps that still take part.
    case removed
    /// It has another content.
    case corrected
    /// It was not known.
    case late

    /// The cause of what follows from it; `knock_on` where nothing became of the fact itself.
    public var kind: Cause.Kind {
      switch self {
      case .same: .knockOn
      case .erased: .erased
      case .fileMissing: .fileMissing
      case .removed: .removed
      case .corrected: .corrected
      case .late: .late
      }
    }
  }

  /// Whether it stands among the facts of the earlier version.
  public var standsBefore: Bool
  /// Whether it stands among the facts of the later version.
  public var standsAfter: Bool
  /// What became of it.
  public var change: Change

  /// Marks a fact.
  public init(before: Bool, after: Bool, change: Change) {
    standsBefore = before
    standsAfter = after
    self.change = change
  }

  /// The mark of a fact that stands on both sides.
  public static var same: FactMark { FactMark(before: true, after: true, change: .same) }

  /// The mark of a row that stands on neither side.
  public static var none: FactMark { FactMark(before: false, after: false, change: .same) }

  /// Whether it stands on either side.
  public var stands: Bool { standsBefore || standsAfter }

  /// Whether it stands on the later side, or on the earlier one.
  func stands(after isAfter: Bool) -> Bool { isAfter ? standsAfter : standsBefore }
}

/// A vendor coming back to a customer, on the sides where it is known.
public struct MarkedFollowup: BitwiseCopyable, Sendable {
  /// The follow-up.
  public var followup: Followup
  /// Where it stands.
  public var mark: FactMark

  /// Marks a follow-up.
  public init(_ followup: Followup, mark: FactMark) {
    self.followup = followup
    self.mark = mark
  }
}
