import RequiteModel

/// A thread as its components see it: its events up to the horizon, in order.
///
/// Events after the horizon are left out, so that a later dump never changes what a mature thread came to (METHODS B9).
struct JudgedThread {
  /// The events from the first to the last within the horizon; never empty.
  let events: ThreadEvents
  /// When the first event happened.
  let openedAt: Instant
  /// The moment after which nothing counts.
  let horizonEnd: Instant
  /// The channel of the first event.
  let channel: UInt32
  /// Whether the customer began it, with a message.
  let isOpened: Bool
  /// Whether its channel is one on which a customer speaks to nobody in particular.
  let isUnaddressed: Bool
  /// How soon the first answer must come on its channel, in seconds.
  let target: Int64
  /// How late a promise may be kept, in seconds.
  let promiseGrace: Int64
  /// Whether a message of the customer after a resolution reopens the thread.
  let messageReopens: Bool
  /// Position in `events` of the first answer, `nil` without one.
  let firstAnswer: Int?
  /// The promises made in the thread, and which of them were kept.
  let promises: PromiseBook
  /// The changes made in the thread, and which of them were agreed to.
  let changes: ChangeBook

  /// Judges `events`, which are one thread's, in order, at least one of them.
  init(events: ThreadEvents, rules: ThreadRules) {
    let horizonEnd = Instant(seconds: events[0].at.seconds + rules.horizon)
    let end = events.indices.first { events[$0].at > horizonEnd } ?? events.endIndex
    let judged = events.upTo(end)
    self.events = judged
    self.horizonEnd = horizonEnd
    openedAt = events[0].at
    channel = events[0].channel
    isOpened = events[0].opensThread
    isUnaddressed = rules.isUnaddressed[Int(channel)]
    target = rules.targets[Int(channel)]
    promiseGrace = rules.promiseGrace
    messageReopens = rules.messageReopens
    firstAnswer = judged.indices.first { judged[$0].isAnswer }
    promises = PromiseBook(replaying: judged, defaultDue: rules.promiseDefaultDue)
    changes = ChangeBook(replaying: judged)
  }

  /// Whether the customer began it on a channel that addresses the vendor.
  var isAddressedQuestion: Bool { isOpened && !isUnaddressed }

  /// Whether the customer began it by speaking to nobody in particular.
  var isOverheard: Bool { isOpened && isUnaddressed }
}

extension Interaction {
  /// Whether this is a message of the customer, so that a thread that begins with it was opened by them.
  var opensThread: Bool { direction == .incoming && kind == .message }
}
