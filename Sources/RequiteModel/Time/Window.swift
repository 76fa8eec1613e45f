/// A half-open stretch of time, `[from, to)`.
public struct Window: Hashable, Sendable {
  /// The first moment inside.
  public var from: Instant
  /// The first moment after it.
  public var to: Instant

  /// Creates `[from, to)`; nothing lies inside when `to` is not later than `from`.
  public init(from: Instant, to: Instant) {
    self.from = from
    self.to = to
  }

  /// Whether `moment` lies inside: the beginning does, the end does not.
  public func contains(_ moment: Instant) -> Bool {
    from <= moment && moment < to
  }
}

extension Window: CustomStringConvertible {
  /// `2026-01-01T00:00:00Z/2026-04-01T00:00:00Z`, as ISO 8601 writes an interval.
  public var description: String { "\(from)/\(to)" }
}
