import RequiteModel

/// What a reader of a diff must know about what it does not show.
struct DiffRemarks {
  private let diff: VersionDiff
  private let selection: DiffSelection
  private let hint: String?

  /// Remarks on what `selection` chooses; `hint` says where the causes of numbers are that are not written out, where there
  /// are any.
  init(_ diff: VersionDiff, _ selection: DiffSelection, hint: String? = nil) {
    self.diff = diff
    self.selection = selection
    self.hint = hint
  }

  /// Sentences without a full stop, in order of weight.
  var lines: [String] {
    [method, hidden, elsewhere, causes, unsplit, forgotten, explained].compactMap { $0 } + undivided
  }

  /// Whether all causes add up; `nil` where nothing was divided.
  var check: String? {
    let count = shown.count { !$0.steps.isEmpty }
    guard count > 0 else { return nil }
    return count == 1
      ? "check: the causes of 1 number sum to its change exactly"
      : "check: the causes of \(NumberText.count(Int64(count))) numbers sum to their changes exactly"
  }

  private var shown: [VersionDiff.Entry] { diff.entries.filter(selection.contains) }

  /// The rule for owners of 5.4: whose doing a change is can only be told if not all is done at once.
  private var method: String? {
    let moved = diff.coordinates.moved
    guard moved.contains(.method) || moved.contains(.configuration), moved.contains(.knowledge) else { return nil }
    return "the way of counting changed together with the facts: what each did "
      + (diff.isOrderFree ? "is an average over their orders" : "depends on their order; --order shapley averages")
  }

  private var hidden: String? {
    guard let rule = diff.numbers.rule, diff.numbers.hiddenCount > 0 else { return nil }
    return "\(NumberText.count(Int64(diff.numbers.hiddenCount))) of them hidden, \(rule.explanation)"
  }

  /// Dimensions that are not shown but have numbers that changed.
  private var elsewhere: String? {
    var everything = selection
    everything.dimensions = nil
    let others = diff.entries.filter { everything.contains($0) && !selection.contains($0) }
    guard !others.isEmpty else { return nil }
    let names = Set(others.map { VisibleText.of($0.key.dimension) }).sorted { $0.byteOrder(to: $1) < 0 }
    let count = NumberText.count(Int64(others.count))
    return "\(count) more in groups of customers: --by \(names.joined(separator: ","))"
  }

  private var causes: String? {
    diff.causesUnknown.map { "row causes not available: \($0)" }
  }

  /// Numbers whose causes do not add up: a fault, said aloud.
  private var unsplit: String? {
    guard diff.wrongSums > 0 else { return nil }
    let count = Wording.counted(diff.wrongSums, "number is", "numbers are")
    return "\(count) not split: \(NotSplit.sumsDiffer.text)"
  }

  /// Numbers whose rows were forgotten.
  private var forgotten: String? {
    let count = shown.count { $0.notSplit == .forgotten(diff.forgotten) }
    guard count > 0 else { return nil }
    let numbers = Wording.counted(count, "number is", "numbers are")
    return "\(numbers) not split: \(NotSplit.forgotten(diff.forgotten).text)"
  }

  /// Numbers that were asked for and have no causes, by the reason why; what stands beside the number itself is not said
  /// again.
  private var undivided: [String] {
    guard selection.metrics != nil else { return [] }
    var (order, metrics) = ([String](), [String: [String]]())
    for entry in shown where entry.isChanged {
      let isSaid: [NotSplit] = [.rowsNotCompared, .forgotten(diff.forgotten), .hidden, .trendPeriod, .sumsDiffer]
      guard let reason = entry.notSplit, !isSaid.contains(reason) else { continue }
      let (text, name) = (reason.text(of: entry.key.metric), VisibleText.of(entry.key.metric))
      if metrics[text] == nil { order.append(text) }
      if metrics[text]?.contains(name) != true { metrics[text, default: []].append(name) }
    }
    return order.map { "not split: \(metrics[$0]!.joined(separator: ", ")): \($0)" }
  }

  private var explained: String? {
    guard selection.metrics == nil, shown.contains(where: { !$0.steps.isEmpty && !selection.explains($0.key.metric) })
    else { return nil }
    return hint
  }
}
