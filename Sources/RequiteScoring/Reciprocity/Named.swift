import RequiteModel

/// E2: of all answers, those given by a person with an id, not by the brand account.
///
/// Counts answers of every thread, also of those the vendor began.
struct Named: ThreadComponent {
  static let component = Component.named

  func cases(in thread: JudgedThread) -> Ratio {
    var cases = Ratio()
    for place in thread.events.indices where thread.events[place].isAnswer {
      cases.denominator += 1
      if !thread.events[place].agent.isNobody { cases.numerator += 1 }
    }
    return cases
  }
}

extension Pseudonym {
  /// Whether this is the brand account and not a person.
  @inline(__always)
  var isNobody: Bool { high == 0 && low == 0 }
}
