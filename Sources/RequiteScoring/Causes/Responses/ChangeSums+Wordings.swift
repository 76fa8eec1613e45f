import RequiteModel

extension ChangeSums {
  /// Takes over what was answered to each wording in both versions, before any response is added.
  public mutating func setWordings(before: WordingTotals, after: WordingTotals) {
    wordings = WordingChanges(before: before, after: after)
  }

  /// Adds what became of one response as an answer to a wording.
  mutating func add(_ old: WordingAnswer?, _ new: WordingAnswer?, _ origin: ChangeOrigin) {
    if old == new { return }
    wordings.add(old, new, origin)
    // Of a wording that counts in one version only, the answers come or go together, whoever gave them.
    for wording in Set([old, new].compactMap { $0?.wording }) where wordings.isShared(wording) {
      let values = [old, new].map { MetricValues.Value($0?.wording == wording ? $0 : nil, to: wording) }
      note(values[0], values[1], in: Cell(vendor: wording.vendor), origin)
    }
  }

  /// Tells of what each side says of the other.
  func addWordings(to changes: inout CausedChanges) {
    var found: [MeasureKey: [Int: CausedChange]] = [:]
    for part in wordings.parts(steps: ChangeStep.all(of: path)) {
      let key = key(of: part.metric, in: Cell(vendor: part.vendor))
      let change = CausedChange(
        causes[part.cause], rows: part.rows, numerator: part.good, denominator: part.weight)
      found[key, default: [:]][part.cause, default: CausedChange(causes[part.cause])] += change
    }
    for (key, changed) in found { changes.counts[key, default: .init()].changes += changed.values }
  }
}

extension MetricValues.Value {
  /// What an answer adds to what its side says; `nil` adds nothing.
  fileprivate init(_ answer: WordingAnswer?, to wording: PerceptionKey) {
    self.init(
      metric: wording.instrument == .`self` ? .vendorGood : .customerGood, numerator: answer?.good ?? 0,
      denominator: answer?.weight ?? 0)
  }
}
