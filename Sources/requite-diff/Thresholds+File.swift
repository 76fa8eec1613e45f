import RequiteCommand
import RequiteModel
import RequiteReporting

extension Thresholds {
  /// The rules of a file, whose names have been checked.
  init(_ file: ThresholdsFile) {
    self.init()
    tolerance = file.tolerance.map(ExactLimit.init)
    if let flag = file.restatedFlag { restatedFlag = ExactLimit(flag) }
    rules = file.rules.map(Rule.init)
  }
}

extension Thresholds.Rule {
  fileprivate init(_ rule: ThresholdsFile.Rule) {
    self.init(line: rule.line)
    metric = NamePattern(rule.metric ?? "*")
    dimension = rule.dimension
    minimumN = rule.minimumN
    onlyWorse = rule.onlyWorse
    absolute = rule.absolute.map(ExactLimit.init)
    relative = rule.relative.map(ExactLimit.init)
    restated = rule.restated.map(ExactLimit.init)
    movement = rule.movement.map(ExactLimit.init)
    movementWithinNoise = rule.movementWithinNoise
    settledDays = rule.settledDays
    cause = rule.cause.flatMap(Cause.Kind.init)
    rows = rule.rows ?? 0
    level = rule.isWarning ? .warn : .fail
  }
}

extension ExactLimit {
  fileprivate init(_ limit: ThresholdsFile.Limit) {
    self.init(text: limit.text, billionths: limit.value.billionths)
  }
}
