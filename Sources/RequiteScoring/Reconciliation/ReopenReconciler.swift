import RequiteModel

/// Reopenings under the rules of a path.
///
/// Requite's own count is of times the customer was not done: a status that says reopened, or a message of the customer
/// after a resolution, whichever comes first; at most one until the next resolution.
struct ReopenReconciler {
  private let path: RulePath
  private var counts: [UInt32: [Int64]] = [:]
  private var cases: [UInt32: [Int64]] = [:]

  init(_ path: RulePath) {
    self.path = path
  }

  /// Adds a thread that takes part.
  mutating func add(_ thread: ThreadEvents) {
    let vendor = thread[0].vendor
    var last: Int64?
    for (step, rules) in path.enumerated() {
      let count = reopens(of: thread, under: rules.all)
      counts[vendor, default: Array(repeating: 0, count: path.count)][step] += count
      if let last, last != count { cases[vendor, default: Array(repeating: 0, count: path.count)][step] += 1 }
      last = count
    }
  }

  private func reopens(of thread: ThreadEvents, under counting: Set<CountingRule>) -> Int64 {
    if counting.contains(.resolvedAgain) {
      return max(0, Int64(thread.indices.count { thread[$0].kind == .resolved }) - 1)
    }
    var (isResolved, isBack) = (false, false)
    var count: Int64 = 0
    for place in thread.indices {
      let event = thread[place]
      switch event.kind {
      case .resolved: (isResolved, isBack) = (true, false)
      case .reopened:
        let counts = !counting.contains(.agentOnly) || event.direction == .outgoing
        if counts, !isBack || counting.contains(.statusOnly) { count += 1 }
        isBack = true
      default:
        guard isResolved, !isBack, event.opensThread, !counting.contains(.statusOnly) else { continue }
        count += 1
        isBack = true
      }
    }
    return count
  }

  /// The steps of a vendor; none where there are no threads.
  func steps(of vendor: UInt32) -> [Reconciliation.Step] {
    guard let counts = counts[vendor] else { return [] }
    return path.indices.map { step in
      Reconciliation.Step(rule: path[step].rule, value: Double(counts[step]), cases: cases[vendor]?[step] ?? 0)
    }
  }
}
