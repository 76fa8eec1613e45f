import RequiteModel

/// The changes of one thread, matched with the consents that cover them.
///
/// One consent covers one later change for the worse. A change for the better needs none and uses none up. METHODS B9.
struct ChangeBook: Sendable {
  /// Outgoing changes worth something.
  private(set) var all: UInt32 = 0
  /// Those for the better, and those for the worse that a consent covers.
  private(set) var fair: UInt32 = 0
  /// What the changes for the worse that were agreed to took away, in millionths.
  private(set) var consentedValue: Int128 = 0
  /// What the changes for the worse that nobody agreed to took away, in millionths.
  private(set) var imposedValue: Int128 = 0

  /// Replays the events of a thread, which are in order.
  init(replaying events: ThreadEvents) {
    var unusedConsents = 0
    for place in events.indices {
      switch events[place].kind {
      case .consent:
        unusedConsents += 1
      case .change where events[place].direction == .outgoing:
        guard let value = events[place].value, value != 0 else { continue }
        record(Int128(value), unusedConsents: &unusedConsents)
      default: break
      }
    }
  }

  private mutating func record(_ value: Int128, unusedConsents: inout Int) {
    all += 1
    if value > 0 {
      fair += 1
    } else if unusedConsents > 0 {
      unusedConsents -= 1
      fair += 1
      consentedValue -= value
    } else {
      imposedValue -= value
    }
  }
}
