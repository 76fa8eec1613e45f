import RequiteModel

/// C1: of the addressed threads, those that stand resolved at the horizon.
///
/// The last `resolved` or `reopened` decides, whoever reported it; a thread with neither is not resolved.
struct Resolved: ThreadComponent {
  static let component = Component.resolved

  func cases(in thread: JudgedThread) -> Ratio {
    guard thread.isAddressedQuestion else { return Ratio() }
    let last = thread.events.indices.last { place in
      let kind = thread.events[place].kind
      return kind == .resolved || kind == .reopened
    }
    return Ratio(isGood: last.map { thread.events[$0].kind == .resolved } ?? false)
  }
}
