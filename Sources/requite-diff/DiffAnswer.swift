import RequiteCommand
import RequiteModel
import RequiteReporting

/// What the exit code says of a diff, the worst first: sums that are wrong, versions that cannot be compared as asked,
/// thresholds that tripped, a difference.
struct DiffAnswer {
  let diff: VersionDiff
  let page: DiffPage
  let gate: DiffGate
  let thresholds: Thresholds

  /// The code; what is wrong is thrown, so that it is also said.
  func code() throws -> ExitCode {
    try checkSums()
    guard gate.isAsked else { return .done }
    try checkComparable()
    try checkThresholds()
    return gate.exitCode && thresholds.differs(diff, page.selection) ? .conditionHolds : .done
  }

  private func checkSums() throws {
    guard diff.wrongSums > 0 else { return }
    let numbers = diff.entries.filter { $0.notSplit == .sumsDiffer }.prefix(3).map(\.key.metric)
    throw Failure(
      .integrity,
      "the causes of \(diff.wrongSums) numbers do not add up to their changes: "
        + "\(numbers.joined(separator: ", "))\(diff.wrongSums > 3 ? ", ..." : "")",
      remedy:
        "Their values are right and shown without causes. Run make verify; if it finds nothing, the fault is ours.")
  }

  private func checkComparable() throws {
    if let method = diff.coordinates.method, !gate.allowMethodChange {
      throw Failure(
        .notComparable, "the method differs, \(method.before) -> \(method.after)",
        remedy: "Pass --allow-method-change to judge the change all the same.")
    }
    if let first = diff.coordinates.configuration.first, !gate.allowConfigChange {
      let more = diff.coordinates.configuration.count - 1
      throw Failure(
        .notComparable, "the configuration differs, \(first.key)\(more > 0 ? " and \(more) more" : "")",
        remedy: "Pass --allow-config-change to judge the change all the same.")
    }
    if let verdict = page.verdict, verdict.unjudged > 0 {
      throw Failure(
        .notComparable, "\(verdict.unjudged) answers to the thresholds need causes, which are not available",
        file: gate.thresholds, remedy: missingCauses.map { "Row causes are missing: \($0)." })
    }
  }

  private var missingCauses: String? {
    diff.causesUnknown ?? (diff.forgotten.isEmpty ? nil : NotSplit.forgotten(diff.forgotten).text(of: ""))
  }

  private func checkThresholds() throws {
    guard let verdict = page.verdict, verdict.fails else { return }
    let failed = verdict.trips.filter { $0.level == .fail }
    let list = failed.prefix(5).map { "\($0.text) (line \($0.line))" }.joined(separator: "\n  ")
    throw Failure(
      .checkTripped, failed.count == 1 ? "a threshold tripped" : "\(failed.count) thresholds tripped",
      file: gate.thresholds, remedy: list + (failed.count > 5 ? "\n  and \(failed.count - 5) more" : ""))
  }
}
