import RequiteModel

// What a change comes from, in a few words.
extension MovementSentence {
  /// The cause with at least half of the change, in its direction: `new answers (+1.6)`.
  func mainCause(of entry: VersionDiff.Entry) -> String? {
    let change = MovementSentence.change(of: entry)!
    let main = entry.steps.flatMap(\.parts).max { $0.value * change < $1.value * change }
    guard let main, main.value * change > 0, 2 * main.value.magnitude >= change.magnitude,
      case .cause(let cause) = main.name, let words = words(of: cause, entry)
    else { return nil }
    return "\(words) (\(main.text))"
  }

  /// What most of a correction comes from: `24 answers arrived late`.
  func reason(of step: ShownStep, _ entry: VersionDiff.Entry) -> String? {
    let main = step.parts.max { $0.value * step.change < $1.value * step.change }
    guard let main, case .cause(let cause) = main.name, let rows = main.rows else { return nil }
    let isGiven = entry.key.metric == "loyalty.nps"
    let count = Wording.counted(Int(rows), isGiven ? "answer" : "thread", isGiven ? "answers" : "threads")
    return switch cause.kind {
    case .late: "\(count) arrived late"
    case .removed: "\(count) \(rows == 1 ? "was" : "were") taken back"
    case .corrected: "\(count) \(rows == 1 ? "was" : "were") corrected"
    case .erased: "\(count) of customers who asked to be forgotten went"
    case .fileMissing: "\(count) went with a dump that is missing"
    default: nil
    }
  }

  private func words(of cause: Cause, _ entry: VersionDiff.Entry) -> String? {
    let rows = entry.key.metric == "loyalty.nps" ? "answers" : "threads"
    return switch cause.kind {
    case .new: "new \(rows)"
    case .agedOut: "\(rows) that left the period"
    case .late: "late \(rows)"
    case .corrected: "corrected \(rows)"
    case .removed: "\(rows) taken back"
    case .fileMissing: "a missing dump"
    case .erased, .knockOn, .configuration, .method: nil
    }
  }
}
