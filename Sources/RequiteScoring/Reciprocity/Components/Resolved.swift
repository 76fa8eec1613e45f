import RequiteModel

/// C1: of the addressed threads, those that stand resolved at the horizon.
///
/// The last `resolved` or `reopened` decides, whoever reported it; a thread with neither is not resolved. From the second
/// revision of the stage on a message of the customer after the resolution says as much as `reopened`: most systems have
/// no event for it, and some never tell.
struct Resolved: ThreadComponent {
  static let component = Component.resolved

  func cases(in thread: JudgedThread) -> Ratio {
    guard thread.isAddressedQuestion else { return Ratio() }
    guard let last = thread.events.indices.last(where: { thread.events[$0].kind == .resolved }) else {
      return Ratio(isGood: false)
    }
    let isOpen = thread.events.indices[(last + 1)...].contains { place in
      let event = thread.events[place]
      return event.kind == .reopened || (thread.messageReopens && event.opensThread)
    }
    return Ratio(isGood: !isOpen)
  }
}
