import RequiteModel
import RequiteStatistics

/// Divides the change of a number that is no sum, step by step, by Shapley's average over the causes of each.
///
/// What a setting or a stage of the method did is a round of its own: settings act one after the other.
struct ShapleySteps<State> {
  /// The causes as they are shown.
  let groups: CauseGroups
  /// How many units of what is read make 1 in the unit of the metric.
  let unitsPerOne: Int64
  /// The number of a state, as a whole number; `nil` where it does not exist.
  let read: (State) -> Int64?
  /// Lets the cause of a place act.
  let add: (inout State, _ place: Int) -> Void
  /// The parts of a round of causes that begins with a state; `nil` where the number does not exist in between.
  let shares: ([CauseGroups.Group], State) -> ShapleyShares?

  /// The steps from `before` to `after`, both as published, or why there are none.
  func split(from before: Double, to after: Double, beginning state: State) -> ChangeSplit {
    var state = state
    guard read(state) == whole(before) else { return .none(.sumsDiffer) }
    var steps: [SplitStep] = []
    for step in groups.steps {
      let isOfRows = step.coordinates.allSatisfy { $0 == .knowledge || $0 == .period }
      let rounds = isOfRows ? [Array(step.groups)] : step.groups.map { [$0] }
      var parts: [SplitPart] = []
      for round in rounds {
        guard round.count <= 8, let shares = shares(round, state) else { return .none(.missingBetween) }
        parts += zip(round, shares.parts).map(part)
        for place in round.flatMap(\.members) { add(&state, place) }
      }
      guard let end = read(state) else { return .none(.missingBetween) }
      let value = Double(end) / Double(unitsPerOne)
      steps.append(SplitStep(coordinates: step.coordinates, end: value, parts: parts))
    }
    return read(state) == whole(after) ? .steps(steps) : .none(.sumsDiffer)
  }

  private func part(of group: CauseGroups.Group, _ share: Fraction) -> SplitPart {
    let one = share.reduced.map { Fraction($0.numerator, over: $0.denominator * Int128(unitsPerOne)) }
    return SplitPart(
      name: group.name, rows: group.rows > 0 ? group.rows : nil, exact: one,
      value: Double(share) / Double(unitsPerOne))
  }

  private func whole(_ value: Double) -> Int64? {
    Int64(exactly: (value * Double(unitsPerOne)).rounded())
  }
}
