/// Why a number moved.
public struct Cause: Hashable, Sendable {
  /// What kind of cause.
  public enum Kind: String, CaseIterable, Sendable {
    /// The customer asked to be forgotten.
    case erased
    /// The dump that held the row does not take part any more.
    case fileMissing = "file_missing"
    /// The row is gone from dumps that still take part.
    case removed
    /// The row is there with another content.
    case corrected
    /// The row belongs to the earlier period and was not known then.
    case late
    /// The row is the same; what others say decides differently about it.
    case knockOn = "knock_on"
    /// The period moved on and left the row behind.
    case agedOut = "aged_out"
    /// The period moved on and took the row in.
    case new
    /// A setting differs.
    case configuration
    /// The method differs.
    case method
  }

  /// The coordinate that moved.
  public var coordinate: Coordinate
  /// What kind of cause.
  public var kind: Kind
  /// The key of the configuration, or the stage of the method; empty for the others.
  public var detail: String

  /// Names a cause.
  public init(_ coordinate: Coordinate, _ kind: Kind, detail: String = "") {
    self.coordinate = coordinate
    self.kind = kind
    self.detail = detail
  }
}

extension Cause.Kind {
  /// Position among all kinds, which is the order in which causes of rows are named.
  public var place: Int {
    switch self {
    case .erased: 0
    case .fileMissing: 1
    case .removed: 2
    case .corrected: 3
    case .late: 4
    case .knockOn: 5
    case .agedOut: 6
    case .new: 7
    case .configuration: 8
    case .method: 9
    }
  }
}
