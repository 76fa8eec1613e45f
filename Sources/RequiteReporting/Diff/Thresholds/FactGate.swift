import RequiteModel

/// Holds what happened to facts, whether or not a number moved, against the rules that name a cause.
struct FactGate {
  private let diff: VersionDiff
  private let rules: [Thresholds.Rule]

  init(_ diff: VersionDiff, _ rules: [Thresholds.Rule]) {
    self.diff = diff
    self.rules = rules.filter { $0.cause != nil }
  }

  /// What went beyond its limit, in the order of the rules.
  var trips: [GateVerdict.Trip] {
    rules.compactMap { rule in
      what(rule.cause!, moreThan: rule.rows).map { .init(line: rule.line, level: rule.level, key: nil, what: $0) }
    }
  }

  /// Rules that nobody can answer, because the rows were not compared.
  var unjudged: Int {
    guard diff.causesUnknown != nil else { return 0 }
    return rules.count { $0.cause != .configuration && $0.cause != .method }
  }

  private func what(_ cause: Cause.Kind, moreThan most: Int64) -> String? {
    switch cause {
    case .configuration:
      let keys = diff.coordinates.configuration
      return keys.isEmpty ? nil : "the configuration changed: " + keys.map(\.text).joined(separator: ", ")
    case .method:
      return diff.coordinates.method.map { "the method changed: \($0.text)" }
    default:
      let count = diff.facts.filter { $0.cause.kind == cause }.reduce(Int64(0)) { $0 + $1.count }
      guard count > most else { return nil }
      return "\(NumberText.count(count)) facts \(Cause(.knowledge, cause).text), more than \(NumberText.count(most))"
    }
  }
}
