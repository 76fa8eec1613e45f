import RequiteModel
import RequiteStatistics

/// Divides the change of the index, or of a pillar, among causes: METHODS B12.
///
/// What became known and what moved is divided by the log-mean split down to components, and within each component in
/// proportion to the exact parts of its own change. What a setting or a stage of the method did is the difference of the
/// indices before and after it.
struct IndexSplit {
  /// How the index is put together.
  let designs: IndexDesigns
  /// The counts of each component in the earlier version, in the order of the method.
  let components: [RatioCounts]
  /// What each cause did to each component.
  let changes: [CausedChanges.Counts]
  /// Fewer rows than this are not told apart.
  let minimum: Int64
  /// What moves first, and what last.
  var legs = ChangeLeg.allCases

  /// The steps from `before` to `after`, both as published, or why there are none.
  func split(from before: Double, to after: Double) -> ChangeSplit {
    var point = Point(counts: components, switched: [])
    guard let start = index(at: point)?.index else { return .none(.missingBetween) }
    guard isPublished(start, as: before) else { return .none(.sumsDiffer) }
    let causes = causes
    var steps: [SplitStep] = []
    for step in CauseGroups(causes.map { ($0, rows(of: $0)) }, minimum: minimum, legs: legs).steps {
      guard let split = split(step, causes, from: &point) else { return .none(.missingBetween) }
      steps.append(split)
    }
    let end = steps.last?.end ?? start
    return isPublished(end, as: after) ? .steps(steps) : .none(.sumsDiffer)
  }

  /// Where the walk stands: the counts, and the keys of the configuration that have been switched.
  private struct Point {
    var counts: [RatioCounts]
    var switched: [String]
  }

  /// All causes of any component, in the order in which they are applied; settings by their keys' bytes.
  private var causes: [Cause] {
    var causes: [Cause] = []
    for change in changes.flatMap(\.changes) where !causes.contains(change.cause) { causes.append(change.cause) }
    for key in designs.changedKeys where !causes.contains(where: { $0.isSetting(key) }) {
      causes.append(Cause(.configuration, .configuration, detail: key))
    }
    return Coordinate.allCases.flatMap { coordinate in
      let ofStep = causes.filter { $0.coordinate == coordinate }
      return switch coordinate {
      case .configuration: ofStep.sorted { $0.detail.byteOrder(to: $1.detail) < 0 }
      case .method: ofStep
      case .knowledge, .period: ofStep.sorted { $0.kind.place < $1.kind.place }
      }
    }
  }

  /// At least so many rows: those of the component with most.
  ///
  /// One thread counts in several components.
  private func rows(of cause: Cause) -> Int64 {
    changes.map { $0.changes.filter { $0.cause == cause }.reduce(0) { $0 + $1.rows } }.max() ?? 0
  }

  private func split(_ step: CauseGroups.Step, _ causes: [Cause], from point: inout Point) -> SplitStep? {
    let coordinates = step.coordinates
    var parts = step.groups.map { SplitPart(name: $0.name, value: 0) }
    var weights = 0.0
    for coordinate in coordinates {
      if coordinate == .knowledge || coordinate == .period {
        guard let split = split(step.groups, causes, in: coordinate, from: &point) else { return nil }
        for (place, value) in split.byCause.enumerated() { parts[place].value += value }
        weights += split.weights.reduce(0, +)
      } else {
        for (place, group) in step.groups.enumerated() {
          guard let value = difference(causes[group.members[0]], from: &point) else { return nil }
          parts[place].value += value
        }
      }
    }
    if weights.magnitude > 1e-9 { parts.append(SplitPart(name: .weights, value: weights)) }
    return index(at: point)?.index.map { SplitStep(coordinates: coordinates, end: $0, parts: parts) }
  }

  /// What the groups of causes did to the index in one step of rows.
  private func split(
    _ groups: [CauseGroups.Group], _ causes: [Cause], in coordinate: Coordinate, from point: inout Point
  ) -> LogMeanSplit? {
    let merged = changes.map { counts in
      groups.map { group in
        group.members.map { causes[$0] }.filter { $0.coordinate == coordinate }.reduce(.zero) {
          $0 + counts.change(by: $1)
        }
      }
    }
    guard let before = index(at: point) else { return nil }
    for (place, parts) in merged.enumerated() { point.counts[place] = parts.reduce(point.counts[place], +) }
    guard let after = index(at: point) else { return nil }
    return try? LogMeanSplit(from: before, to: after, changes: merged)
  }

  /// What a setting or a stage of the method did to the index.
  private func difference(_ cause: Cause, from point: inout Point) -> Double? {
    guard let before = index(at: point)?.index else { return nil }
    point.switched.append(cause.detail)
    for (place, counts) in changes.enumerated() { point.counts[place] = point.counts[place] + counts.change(by: cause) }
    return index(at: point)?.index.map { $0 - before }
  }

  /// The index of the counts where the walk stands; `nil` where they are no counts of cases.
  private func index(at point: Point) -> CompositeIndex? {
    guard let design = designs.design(switching: point.switched) else { return nil }
    var shares: [CountedShare] = []
    for counts in point.counts {
      guard counts.numerator >= 0, counts.denominator >= 0, counts.numerator.isMultiple(of: 1_000_000),
        counts.denominator.isMultiple(of: 1_000_000), let numerator = Int64(exactly: counts.numerator / 1_000_000),
        let denominator = Int64(exactly: counts.denominator / 1_000_000)
      else { return nil }
      shares.append(CountedShare(numerator: numerator, denominator: denominator))
    }
    return CompositeIndex(components: shares, design: design)
  }

  /// Whether `value` prints as the published one; its last digit may hang on the logarithm of another machine.
  private func isPublished(_ value: Double, as published: Double) -> Bool {
    (FixedDecimal.millionths(value) - FixedDecimal.millionths(published)).magnitude <= 1
  }
}

extension CausedChanges.Counts {
  /// What a cause did.
  fileprivate func change(by cause: Cause) -> RatioCounts {
    changes.filter { $0.cause == cause }.reduce(.zero) {
      $0 + RatioCounts(numerator: $1.numerator, denominator: $1.denominator)
    }
  }
}

extension Cause {
  /// Whether it is the setting under `key`, however the key is written in versions.
  fileprivate func isSetting(_ key: String) -> Bool {
    coordinate == .configuration && (detail == key || detail == key + "_millionths")
  }
}
