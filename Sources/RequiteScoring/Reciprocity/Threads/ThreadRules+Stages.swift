import RequiteModel

extension ThreadRules {
  /// Whether a thread takes part at all: it opened since the event window began.
  @inline(__always)
  func takesPart(_ first: Interaction) -> Bool { eventWindow.from <= first.at }

  /// Whether it is judged: it opened inside the window, and its horizon has passed.
  @inline(__always)
  func isMature(_ first: Interaction) -> Bool {
    eventWindow.contains(first.at) && first.at.seconds + horizon <= asOf.seconds
  }

  /// Whether it is in the first-answer curves: an addressed question.
  @inline(__always)
  func isTimed(_ first: Interaction) -> Bool { first.opensThread && !isUnaddressed[Int(first.channel)] }

  /// When the first answer came, `nil` without one.
  @inline(__always)
  func firstAnswer(in events: ThreadEvents) -> Instant? {
    events.indices.first { events[$0].isAnswer }.map { events[$0].at }
  }

  /// The wait for the first answer, as curves count it.
  @inline(__always)
  func wait(of events: ThreadEvents) -> Histogram.Bin {
    FirstAnswer(asOf: asOf, cap: curveCap).wait(openedAt: events[0].at, answeredAt: firstAnswer(in: events))
  }
}
