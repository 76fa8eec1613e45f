/// What a time without a zone means.
package struct ClockSetting: Hashable, Sendable {
  /// What is done with a time that no clock showed, as it was put forward over it.
  package enum Gap: String, CaseIterable, Sendable {
    /// As if it had not been put forward: half past two becomes half past three.
    case forward
    /// The row is set aside.
    case reject
  }

  /// Which of two is meant when the clock was put back and showed a time twice.
  package enum Fold: String, CaseIterable, Sendable {
    /// The first.
    case first
    /// The second.
    case second
    /// The row is set aside.
    case reject
  }

  /// A name of the zone database such as `Europe/Berlin`, `UTC`, or `fixed:+02:00`; `nil` where every time must state
  /// its zone.
  package var zone: String?
  /// Times that did not exist.
  package var gap = Gap.forward
  /// Times that existed twice.
  package var fold = Fold.first

  /// Creates a setting without a zone.
  package init() {}
}
