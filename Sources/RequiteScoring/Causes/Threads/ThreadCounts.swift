import RequiteModel

/// What a mature thread adds to the components it decides, and to what is counted beside them.
struct ThreadCounts: Equatable, Sendable {
  private var components = ComponentCounts()
  private var promises: Int32 = 0
  private var promisesDueLater: Int32 = 0
  private var changes: Int32 = 0
  private var robotAnswers: Int32 = 0
  private var orphanFulfilments: Int32 = 0
  private var answers: Int32 = 0
  private var unknownAnswers: Int32 = 0

  /// Nothing.
  init() {}

  /// Counts a thread.
  init(of thread: JudgedThread) {
    components = ThreadComponents.counts(of: thread)
    var counts = ThreadDiagnostics()
    counts.add(thread)
    promises = Int32(clamping: counts.promises)
    promisesDueLater = Int32(clamping: counts.promisesDueLater)
    changes = Int32(clamping: counts.changes)
    robotAnswers = Int32(clamping: counts.robotAnswers)
    orphanFulfilments = Int32(clamping: counts.orphanFulfilments)
    answers = Int32(clamping: counts.answers)
    unknownAnswers = Int32(clamping: counts.unknownAnswers)
  }

  /// Whether any component had a case.
  var hasCases: Bool {
    Component.allCases.contains { $0 != .closedLoop && components[$0].denominator > 0 }
  }

  /// What it adds to each metric, `sign` times.
  func values(times sign: Int64 = 1) -> MetricValues {
    var values = MetricValues(of: components, times: sign)
    let one = sign * MetricValues.one
    values.append(.promisesPerThread, Int64(promises) * one, of: one)
    values.append(.promisesDueLater, Int64(promisesDueLater) * one, of: Int64(promises) * one)
    values.append(.changesPerThread, Int64(changes) * one, of: one)
    values.append(.answersByRobots, Int64(robotAnswers) * one, of: 0)
    values.append(.orphanFulfilments, Int64(orphanFulfilments) * one, of: 0)
    values.append(.agentsUnknown, Int64(unknownAnswers) * one, of: Int64(answers) * one)
    return values
  }
}
