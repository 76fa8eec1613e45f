/// What a dump holds.
///
/// Its file name begins with this word.
public enum DumpKind: String, CaseIterable, Sendable {
  /// Survey invitations and responses.
  case surveys
  /// Events between customers and vendors.
  case interactions
  /// What customers brought in, year by year.
  case revenue
  /// Under which ids the same customers go in different systems.
  case crosswalk
  /// Customers who asked to be forgotten.
  case erasures

  /// Whether columns beyond the layout may be dimensions.
  ///
  /// Revenue is told of a vendor as a whole; crosswalks and erasures tell nothing but who.
  public var hasAttributes: Bool {
    switch self {
    case .surveys, .interactions: true
    case .revenue, .crosswalk, .erasures: false
    }
  }
}
