import RequiteModel

/// E1: of the addressed threads, those whose first answer came within the target of the channel the customer chose.
///
/// An answer at the target's last second is prompt; no answer is not.
struct Prompt: ThreadComponent {
  static let component = Component.prompt

  func cases(in thread: JudgedThread) -> Ratio {
    guard thread.isAddressedQuestion else { return Ratio() }
    guard let answer = thread.firstAnswer else { return Ratio(isGood: false) }
    let wait = thread.events[answer].at.seconds - thread.openedAt.seconds
    return Ratio(isGood: wait <= thread.target)
  }
}
