import RequiteModel

/// An entry as far as it is to be shown: the whole change, or one step of it as if nothing else had happened.
struct ShownEntry {
  /// The number where the change begins, as shown.
  let before: String
  /// The number where it ends, as shown.
  let now: String
  /// What lies between, as shown.
  let change: String
  /// The number where the change begins; `nil` without one.
  let start: Double?
  /// The steps.
  let steps: [ShownStep]

  /// The part of `entry` that is asked for: all of it, or the step of `only`.
  init(_ entry: VersionDiff.Entry, only: Coordinate?) {
    let place = only.flatMap { only in entry.steps.firstIndex { $0.coordinates == [only] } }
    guard let place else {
      (before, now, change) = (entry.beforeText, entry.nowText, entry.changeText)
      (start, steps) = (entry.numbers.before?.estimate, only == nil ? entry.steps : [])
      return
    }
    let step = entry.steps[place]
    let previous = place > 0 ? entry.steps[place - 1] : nil
    (before, now, change) = (previous?.endText ?? entry.beforeText, step.endText, step.changeText)
    (start, steps) = (previous?.end ?? entry.numbers.before?.estimate, [step])
  }
}
