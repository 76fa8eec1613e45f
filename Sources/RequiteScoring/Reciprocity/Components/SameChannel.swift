import RequiteModel

/// S2: of the addressed threads that were answered, those whose first answer came on the channel the customer chose.
///
/// Conditional on an answer: silence is S1's matter, and is not counted here a second time.
struct SameChannel: ThreadComponent {
  static let component = Component.sameChannel

  func cases(in thread: JudgedThread) -> Ratio {
    guard thread.isAddressedQuestion, let answer = thread.firstAnswer else { return Ratio() }
    return Ratio(isGood: thread.events[answer].channel == thread.channel)
  }
}
