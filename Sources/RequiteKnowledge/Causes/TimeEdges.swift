import RequiteModel
import RequiteScoring

/// The stretches of time in which a fact must lie for a movement of the period to concern it.
struct TimeEdges {
  private var stretches: [Range<Int64>] = []

  /// Nothing but what lies between two ends, the earlier one included.
  mutating func add(between one: Int64, _ other: Int64) {
    let stretch = min(one, other)..<max(one, other)
    if !stretch.isEmpty { stretches.append(stretch) }
  }

  /// Whether no moment concerns it.
  var isEmpty: Bool { stretches.isEmpty }

  /// Whether a moment lies in one of them.
  @inline(__always)
  func contains(_ moment: Instant) -> Bool {
    for stretch in stretches where stretch.contains(moment.seconds) { return true }
    return false
  }

  /// Where the answers and invitations lie that a movement may concern.
  static func responses(_ path: ChangePath) -> TimeEdges {
    var edges = TimeEdges()
    let (before, after) = (path.before, path.moved)
    edges.add(between: before.surveyWindow.from.seconds, after.surveyWindow.from.seconds)
    edges.add(between: before.surveyWindow.to.seconds, after.surveyWindow.to.seconds)
    // A detractor is a case once the time for coming back has passed, that second included.
    edges.add(
      between: before.asOf.seconds - before.followup + 1, after.asOf.seconds - after.followup + 1)
    return edges
  }

  /// Where the events lie that a movement may concern: the openings of threads that enter or leave, and news.
  static func events(_ path: ChangePath) -> TimeEdges {
    var edges = TimeEdges()
    let (before, after) = (path.before, path.moved)
    edges.add(between: before.eventWindow.from.seconds, after.eventWindow.from.seconds)
    edges.add(between: before.eventWindow.to.seconds, after.eventWindow.to.seconds)
    edges.add(between: before.asOf.seconds - before.horizon + 1, after.asOf.seconds - after.horizon + 1)
    edges.add(between: before.asOf.seconds + 1, after.asOf.seconds + 1)
    return edges
  }
}
