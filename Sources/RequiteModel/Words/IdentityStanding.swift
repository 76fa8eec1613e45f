/// What the crosswalk of a night says of an id.
public enum IdentityStanding: UInt8, Hashable, Sendable {
  /// Nothing.
  case unknown = 0
  /// It means one person: it is the person's own id, or one key of theirs.
  case linked = 1
  /// It means two persons or more, and therefore only itself.
  case disputed = 2
}
