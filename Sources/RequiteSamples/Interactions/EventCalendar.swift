/// Events that lie ahead, by the night whose dump will carry them.
///
/// Threads run over several nights, so opening one files its events into later nights.
struct EventCalendar: Sendable {
  /// How many nights ahead an event may lie; anything later is left unsaid.
  private static let reach = 40

  private var nights = [[Event]](repeating: [], count: reach)
  private let start: Int64

  /// An empty calendar whose night 0 begins at `start`, in seconds since 1970.
  init(start: Int64) {
    self.start = start
  }

  /// Files the events of a thread that began in `night` or later.
  mutating func file(_ events: [Event], from night: Int) {
    for event in events {
      let due = Int((event.at - start) / 86_400)
      precondition(due >= night, "An event cannot be filed into a night that is over.")
      if due < night + EventCalendar.reach { nights[due % EventCalendar.reach].append(event) }
    }
  }

  /// Takes the events of `night` out, in the order of its dump.
  mutating func take(_ night: Int) -> [Event] {
    let page = night % EventCalendar.reach
    let events = nights[page].sorted { $0.comesBefore($1) }
    nights[page].removeAll(keepingCapacity: true)
    return events
  }
}
