import RequiteModel

/// What is counted beside the components of a vendor's mature threads, so that a reader can see what the index rests
/// on.
///
/// METHODS B9, diagnostics.
struct ThreadDiagnostics: Hashable, Sendable {
  /// Integers in a tally's value.
  static let width = 11

  /// Mature threads.
  var threads: Int128 = 0
  /// Promises made within the horizon.
  var promises: Int128 = 0
  /// Those of them that fall due after it.
  var promisesDueLater: Int128 = 0
  /// Changes worth something.
  var changes: Int128 = 0
  /// What changes for the worse took away with consent, in millionths.
  var consentedValue: Int128 = 0
  /// What changes for the worse took away without consent, in millionths.
  var imposedValue: Int128 = 0
  /// Outgoing events of an answering kind by an automated agent; none of them is an answer.
  var robotAnswers: Int128 = 0
  /// `fulfilled` events that found no open promise.
  var orphanFulfilments: Int128 = 0
  /// Events, also of threads not yet mature, whose rows disagreed.
  var conflicts: Int128 = 0

  /// Answers by persons, by the brand account, and by agents of whom nothing is known.
  var answers: Int128 = 0
  /// Those of them by agents of whom nothing is known.
  var unknownAnswers: Int128 = 0

  /// Adds one mature thread.
  mutating func add(_ thread: JudgedThread) {
    threads += 1
    for promise in thread.promises.promises {
      promises += 1
      if promise.due > thread.horizonEnd { promisesDueLater += 1 }
    }
    orphanFulfilments += Int128(thread.promises.orphans)
    changes += Int128(thread.changes.all)
    consentedValue += thread.changes.consentedValue
    imposedValue += thread.changes.imposedValue
    for place in thread.events.indices {
      if thread.events[place].isRobotAnswer { robotAnswers += 1 }
      guard thread.events[place].isAnswer else { continue }
      answers += 1
      if thread.events[place].agent == .unknown { unknownAnswers += 1 }
    }
  }

  /// The integers of a tally's value.
  var values: [Int128] {
    [
      threads, promises, promisesDueLater, changes, consentedValue, imposedValue, robotAnswers, orphanFulfilments,
      conflicts, answers, unknownAnswers,
    ]
  }
}

extension ThreadDiagnostics {
  /// The counts of a tally's value.
  init(values: [Int128]) {
    threads = values[0]
    promises = values[1]
    promisesDueLater = values[2]
    changes = values[3]
    consentedValue = values[4]
    imposedValue = values[5]
    robotAnswers = values[6]
    orphanFulfilments = values[7]
    conflicts = values[8]
    answers = values[9]
    unknownAnswers = values[10]
  }
}

extension Interaction {
  /// Whether this would be an answer, had a person given it.
  var isRobotAnswer: Bool { isAutomated && direction == .outgoing && kind.answers }
}
