/// What a dump holds.
///
/// Its file name begins with this word.
public enum DumpKind: String, CaseIterable, Sendable {
  /// Survey invitations and responses.
  case surveys
  /// Events between customers and vendors.
  case interactions
  /// Customers who asked to be forgotten.
  case erasures
}
