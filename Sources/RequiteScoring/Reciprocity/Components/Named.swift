import RequiteModel

/// E2: of all answers, those given by a person with an id, not by the brand account or by nobody knows whom.
///
/// Counts answers of every thread, also of those the vendor began.
struct Named: ThreadComponent {
  static let component = Component.named

  func cases(in thread: JudgedThread) -> Ratio {
    var cases = Ratio()
    for place in thread.events.indices where thread.events[place].isAnswer {
      cases.denominator += 1
      if thread.events[place].isNamed { cases.numerator += 1 }
    }
    return cases
  }
}
