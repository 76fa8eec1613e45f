import RequiteModel
import RequiteStatistics

/// Divides the change of a ratio of sums over rows among its causes, by the midpoint formula within each step.
struct RatioSplit {
  /// What the quotient is multiplied with: 100 for points.
  let scale: Int64
  /// Fewer rows than this are not told apart.
  let minimum: Int64
  /// What moves first, and what last.
  var legs = ChangeLeg.allCases

  /// The steps from `before` to `after`, or why there are none.
  func split(from before: RatioCounts, to after: RatioCounts, _ counts: CausedChanges.Counts) -> ChangeSplit {
    let groups = CauseGroups(counts.changes.map { ($0.cause, $0.rows) }, minimum: minimum, legs: legs)
    return split(from: before, to: after, counts, groups)
  }

  /// The same, with causes shown in groups that were settled elsewhere.
  func split(
    from before: RatioCounts, to after: RatioCounts, _ counts: CausedChanges.Counts, _ groups: CauseGroups
  ) -> ChangeSplit {
    let changes = counts.changes.map { RatioCounts(numerator: $0.numerator, denominator: $0.denominator) }
    guard before + changes.reduce(.zero, +) == after else { return .none(.sumsDiffer) }
    var (start, steps) = (before, [SplitStep]())
    for step in groups.steps {
      let points = points(from: start, step, counts.changes, changes)
      guard points.dropFirst().allSatisfy({ $0.end.denominator > 0 }) else { return .none(.missingBetween) }
      guard let parts = parts(of: step, points, changes) else { return .none(.missingBetween) }
      let end = points.last!.end
      let margin = step.coordinates == [.period] ? margin(from: start, to: end, counts.churn) : nil
      steps.append(SplitStep(coordinates: step.coordinates, end: value(of: end), parts: parts, margin: margin))
      start = end
    }
    return .steps(steps)
  }

  private typealias Point = (members: [Int], end: RatioCounts)

  /// The stops within a displayed step: one for each coordinate of rows, one for each setting or stage of the method.
  ///
  /// The first is where the step begins, without members.
  private func points(
    from start: RatioCounts, _ step: CauseGroups.Step, _ causes: [CausedChange], _ changes: [RatioCounts]
  ) -> [Point] {
    let members = step.groups.flatMap(\.members).sorted()
    let stops: [[Int]] =
      step.coordinates.contains(.configuration) || step.coordinates.contains(.method)
      ? members.map { [$0] }
      : step.coordinates.map { coordinate in members.filter { causes[$0].cause.coordinate == coordinate } }
    return stops.reduce(into: [([], start)]) { points, stop in
      points.append((stop, stop.reduce(points.last!.end) { $0 + changes[$1] }))
    }
  }

  /// The parts of a displayed step; `nil` where a point in between has no value.
  private func parts(of step: CauseGroups.Step, _ points: [Point], _ changes: [RatioCounts]) -> [SplitPart]? {
    var values = Array(repeating: 0.0, count: step.groups.count)
    var exact = [Fraction?](repeating: .zero, count: step.groups.count)
    for (from, to) in zip(points, points.dropFirst()) {
      let merged = step.groups.map { group in
        group.members.filter(to.members.contains).reduce(.zero) { $0 + changes[$1] }
      }
      guard let shares = try? MidpointShares(from: from.end, to: to.end, changes: merged) else { return nil }
      for (place, share) in shares.parts.enumerated() where merged[place] != .zero {
        values[place] += Double(scale) * Double(share)
        exact[place] = points.count == 2 || step.groups[place].members.count == 1 ? share.times(scale) : nil
      }
    }
    let isJoined = step.coordinates.count > 1
    return step.groups.enumerated().map { place, group in
      SplitPart(
        name: group.name, rows: group.rows > 0 ? group.rows : nil,
        counts: group.members.reduce(.zero) { $0 + changes[$1] }, exact: isJoined ? nil : exact[place],
        value: values[place])
    }
  }

  private func value(of counts: RatioCounts) -> Double {
    Double(scale) * Double(counts.numerator) / Double(counts.denominator)
  }

  private func margin(from before: RatioCounts, to after: RatioCounts, _ churn: ChurnSums) -> Double? {
    guard churn.customers > 0 else { return nil }
    let noise = MovementNoise(
      from: before, to: after, numeratorSquared: churn.numeratorSquared, product: churn.product,
      denominatorSquared: churn.denominatorSquared)
    return noise.map { Double(scale) * $0.margin }
  }
}

extension Fraction {
  /// The fraction `scale` times, where its reduced form has room for that.
  func times(_ scale: Int64) -> Fraction? {
    guard let (numerator, denominator) = reduced else { return nil }
    let (product, overflow) = numerator.multipliedReportingOverflow(by: Int128(scale))
    return overflow ? nil : Fraction(product, over: denominator)
  }
}
