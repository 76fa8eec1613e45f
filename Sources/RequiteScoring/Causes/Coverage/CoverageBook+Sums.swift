import RequiteModel

extension CoverageBook {
  /// Adds what became of every touched customer, all of whose threads were added.
  func add(to sums: inout ChangeSums) {
    for number in 0..<customers.count {
      let words = Array(customers.key(number))
      let customer = CustomerKey(vendor: UInt32(words[0]), customer: Pseudonym(high: words[1], low: words[2]))
      for point in steps.indices.dropFirst() { compare(number, customer, at: point, &sums) }
      sums.endCustomer()
    }
  }

  private func compare(_ number: Int, _ customer: CustomerKey, at point: Int, _ sums: inout ChangeSums) {
    let (was, isNow) = (known(of: number, customer, at: point - 1), known(of: number, customer, at: point))
    guard was != isNow else { return }
    let group = sums.group(vendor: customer.vendor, channel: 0, levels: FactLevels())
    for metric in CausedMetric.ofCustomers where metric == .balanceCoverage || standings != nil {
      let (old, new) = (metric.part(of: was), metric.part(of: isNow))
      if old == new { continue }
      let differing = was.symmetricDifference(isNow).intersection(metric.traces)
      let kind =
        steps[point].kind == .period
        ? old.isLess(than: new) ? Cause.Kind.new : .agedOut
        : facts(behind: differing, number, isLinked: isNow.contains(.linked)).kind
      sums.add(
        Contribution(group: group, values: MetricValues(metric, old)),
        Contribution(group: group, values: MetricValues(metric, new)),
        steps[point].origin(of: kind, customer: customer.customer))
    }
  }

  /// What is known of a customer at a point, the crosswalk included.
  private func known(of number: Int, _ customer: CustomerKey, at point: Int) -> CustomerTraces {
    let isLinked = standings.map { $0.isLinked(customer.customer, after: steps[point].knowsAfter) } ?? false
    return traces(of: number, at: point).union(isLinked ? .linked : [])
  }

  /// What became of the facts that tell what differs.
  private func facts(behind differing: CustomerTraces, _ number: Int, isLinked: Bool) -> FactChanges {
    var facts = FactChanges()
    let changes = changes(of: number)
    if !differing.isDisjoint(with: [.recommended, .onScale]) { facts.formUnion(changes.recommendations) }
    if differing.contains(.surveyed) { facts.formUnion(changes.responses) }
    if !differing.isDisjoint(with: [.wrote, .treated]) { facts.formUnion(changes.threads) }
    if differing.contains(.linked) { facts.insert(isLinked ? .late : .removed) }
    return facts
  }
}

extension MetricValues {
  /// What a customer adds to one share of customers.
  fileprivate init(_ metric: CausedMetric, _ part: CustomerPart) {
    self.init()
    if part != .none { append(metric, part == .good ? MetricValues.one : 0, of: MetricValues.one) }
  }
}
