import RequiteModel

/// E3: of the consecutive pairs of named answers in a thread, those given by the same person.
///
/// Answers of the brand account between two named ones do not part them. A thread with fewer than two named answers has
/// no pair.
struct OneOwner: ThreadComponent {
  static let component = Component.oneOwner

  func cases(in thread: JudgedThread) -> Ratio {
    var cases = Ratio()
    var previous: Pseudonym?
    for place in thread.events.indices where thread.events[place].isAnswer {
      guard thread.events[place].isNamed else { continue }
      let agent = thread.events[place].agent
      if let previous {
        cases.denominator += 1
        if agent == previous { cases.numerator += 1 }
      }
      previous = agent
    }
    return cases
  }
}
