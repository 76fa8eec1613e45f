import RequiteModel

/// The promises of one thread, matched with what fulfilled them.
///
/// Each `fulfilled`, in thread order, takes one promise still open: one that falls due at the very time the event
/// names, if there is one, otherwise the one that falls due earliest, by event id among equals. It never takes a
/// promise made after it. A `fulfilled` that finds no open promise is counted as an orphan and is only an answer.
/// METHODS B9.
struct PromiseBook: Sendable {
  /// One promise.
  struct Promise: Sendable {
    /// When it falls due: as stated, otherwise the default time after it was made.
    let due: Instant
    /// The id of the event that made it.
    let id: FactBytes
    /// When it was fulfilled, in time or not.
    var fulfilledAt: Instant?

    /// Whether it was fulfilled at most `grace` seconds after it was due.
    func isKept(grace: Int64) -> Bool {
      guard let fulfilledAt else { return false }
      return fulfilledAt.seconds - grace <= due.seconds
    }

    /// Whether this falls due before `other`, by event id among equals.
    func isDue(before other: Promise) -> Bool {
      due != other.due ? due < other.due : id.precedes(other.id)
    }
  }

  /// The promises in the order in which they were made.
  private(set) var promises: [Promise] = []
  /// How many `fulfilled` found nothing to fulfil.
  private(set) var orphans: UInt32 = 0

  /// Replays the events of a thread, which are in order.
  ///
  /// - Complexity: O(*n*) without promises; else the number of `fulfilled` times the number of promises.
  init(replaying events: ThreadEvents, defaultDue: Int64) {
    for place in events.indices {
      switch events[place].kind {
      case .promise where events[place].direction == .outgoing:
        let due = events[place].due ?? Instant(seconds: events[place].at.seconds + defaultDue)
        promises.append(Promise(due: due, id: events[place].id, fulfilledAt: nil))
      case .fulfilled:
        fulfil(at: events[place].at, due: events[place].due)
      default: break
      }
    }
  }

  private mutating func fulfil(at moment: Instant, due: Instant?) {
    let open = promises.indices.filter { promises[$0].fulfilledAt == nil }
    let named = open.filter { promises[$0].due == due }
    let candidates = named.isEmpty ? open : named
    guard let taken = candidates.min(by: { promises[$0].isDue(before: promises[$1]) }) else {
      orphans += 1
      return
    }
    promises[taken].fulfilledAt = moment
  }
}
