import RequiteModel

/// S1: of the threads in which a customer addressed the vendor, those that got any answer within the horizon.
///
/// The answer may come on another channel. A robot's reply, a note inside the vendor or a survey follow-up is no
/// answer.
struct Answered: ThreadComponent {
  static let component = Component.answered

  func cases(in thread: JudgedThread) -> Ratio {
    guard thread.isAddressedQuestion else { return Ratio() }
    return Ratio(isGood: thread.firstAnswer != nil)
  }
}
