import RequiteModel
import RequiteStatistics

/// Median waits for the first answer under the rules of a path.
struct ReplyReconciler {
  private let path: RulePath
  private let rules: ThreadRules
  private var waits: [UInt32: [Histogram]] = [:]
  private var cases: [UInt32: [Int64]] = [:]

  init(_ path: RulePath, rules: ThreadRules) {
    self.path = path
    self.rules = rules
  }

  /// Adds a thread that takes part.
  mutating func add(_ thread: ThreadEvents) {
    let vendor = thread[0].vendor
    var last: Histogram.Bin?
    for (step, rules) in path.enumerated() {
      let bin = wait(of: thread, under: rules.all)
      if let bin { waits[vendor, default: Array(repeating: Histogram(), count: path.count)][step].add(bin) }
      if step > 0, bin != last { cases[vendor, default: Array(repeating: 0, count: path.count)][step] += 1 }
      last = bin
    }
  }

  /// The wait of a thread, `nil` where it does not count.
  private func wait(of thread: ThreadEvents, under counting: Set<CountingRule>) -> Histogram.Bin? {
    let first = thread[0]
    let isTheirs = counting.contains(.vendorOpened) && first.direction == .outgoing && first.kind == .message
    guard first.opensThread || isTheirs, counting.contains(.everyChannel) || !rules.isUnaddressed[Int(first.channel)]
    else { return nil }
    let answer = thread.indices.dropFirst(first.opensThread ? 0 : 1).first { place in
      thread[place].isAnswer && (!counting.contains(.messagesOnly) || thread[place].kind == .message)
    }
    guard counting.contains(.answeredOnly) else {
      return FirstAnswer(asOf: rules.asOf, cap: rules.curveCap)
        .wait(openedAt: first.at, answeredAt: answer.map { thread[$0].at })
    }
    return answer.map {
      Histogram.Bin(seconds: UInt32(clamping: thread[$0].at.seconds - first.at.seconds), answered: 1, censored: 0)
    }
  }

  /// The steps of a vendor; none where nobody asked.
  func steps(of vendor: UInt32) -> [Reconciliation.Step] {
    guard let waits = waits[vendor] else { return [] }
    return path.indices.map { step in
      let bins = waits[step].bins
      let value = path[step].all.contains(.answeredOnly) ? middle(of: bins) : estimate(of: bins)
      return Reconciliation.Step(rule: path[step].rule, value: value, cases: cases[vendor]?[step] ?? 0)
    }
  }

  /// The median of a survival curve, as Requite publishes it.
  private func estimate(of bins: [Histogram.Bin]) -> Double? {
    let waits = bins.map {
      WaitBin(seconds: Int64($0.seconds), answered: Int64($0.answered), censored: Int64($0.censored))
    }
    return SurvivalCurve(bins: waits).median.seconds.map { Double($0) }
  }

  /// The middle one of answered waits, or half way between both in the middle.
  private func middle(of bins: [Histogram.Bin]) -> Double? {
    let count = bins.reduce(0) { $0 + Int($1.answered) }
    guard count > 0 else { return nil }
    func wait(ofRank rank: Int) -> Double {
      var seen = 0
      return Double(
        bins.first {
          seen += Int($0.answered)
          return seen >= rank
        }?.seconds ?? 0)
    }
    return (wait(ofRank: (count + 1) / 2) + wait(ofRank: count / 2 + 1)) / 2
  }
}
