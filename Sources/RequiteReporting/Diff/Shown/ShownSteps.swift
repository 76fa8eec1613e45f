import RequiteModel
import RequiteStatistics

/// Makes the steps of a change readable: rounds the stops, and hands out what is displayed to causes so that it adds up.
struct ShownSteps {
  let scale: DiffScale
  /// By how many points an old period may change before it is flagged.
  let restatedLimit: ExactLimit
  /// Fewer rows than this are not counted.
  let minimum: Int64

  /// The steps as shown, from the number `start` to `end`, both as published.
  func shown(_ steps: [SplitStep], from start: Double, to end: Double) -> [ShownStep] {
    var (from, result) = (start, [ShownStep]())
    for (place, step) in steps.enumerated() {
      // The last stop is the published number itself, whose last bits may differ.
      let to = place == steps.count - 1 ? end : step.end
      result.append(shown(step, from: from, to: to))
      from = to
    }
    return result
  }

  private func shown(_ step: SplitStep, from: Double, to: Double) -> ShownStep {
    let (first, last) = (scale.units(from), scale.units(to))
    let units = units(of: step.parts, from: first, to: last)
    let parts = zip(step.parts, units).map(shown)
    return ShownStep(
      coordinates: step.coordinates, end: to, endText: scale.text(last), changeText: scale.change(last - first),
      change: to - from, parts: parts, margin: step.margin,
      marginText: step.margin.map { scale.text(scale.units($0)) },
      flag: flag(step, change: to - from))
  }

  /// Displayed parts that add up to the displayed change.
  private func units(of parts: [SplitPart], from: Int128, to: Int128) -> [Int128] {
    let exact = parts.compactMap(\.exact)
    let apportioned =
      exact.count == parts.count
      ? ApportionedChange(from: from, to: to, parts: exact, unitsPerOne: scale.unitsPerOne)
      : ApportionedChange(from: from, to: to, parts: parts.map(\.value), unitsPerOne: scale.unitsPerOne)
    return apportioned?.parts ?? parts.map { scale.units($0.value) }
  }

  private func shown(_ part: SplitPart, _ units: Int128) -> ShownPart {
    let hasFewRows = part.rows.map { $0 < minimum } ?? false
    return ShownPart(
      name: part.name, rows: hasFewRows ? nil : part.rows, hasFewRows: hasFewRows, numerator: part.counts?.numerator,
      denominator: part.counts?.denominator, exact: ExactNumber(part.exact), value: part.value,
      text: scale.change(units), range: part.range.flatMap(shown))
  }

  private func shown(_ range: ClosedRange<Double>) -> ShownRange? {
    let ends = [range.lowerBound, range.upperBound].map { scale.change(scale.units($0)) }
    guard ends[0] != ends[1] else { return nil }
    return ShownRange(low: range.lowerBound, high: range.upperBound, text: "\(ends[0]) to \(ends[1])")
  }

  private func flag(_ step: SplitStep, change: Double) -> StepFlag? {
    switch step.coordinates {
    case [.knowledge]: restatedLimit.isExceeded(by: change, scale.unit) ? .restated(limit: restatedLimit.text) : nil
    case [.period]: step.margin.map { change.magnitude <= $0 ? .withinNoise : .beyondNoise }
    default: nil
    }
  }
}
