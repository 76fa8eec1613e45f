import RequiteModel

/// What a thread comes to at one point.
struct ThreadPart {
  private(set) var vendor: UInt32 = 0
  private(set) var channel: UInt32 = 0
  private(set) var customer = Pseudonym.none
  private(set) var levels = FactLevels()
  /// Whether it is judged.
  private(set) var isMature = false
  /// Its cases; all zero where it is not judged.
  private(set) var counts = ThreadCounts()
  /// Where its messages and answers were written; nothing where it is not judged.
  private(set) var mix = MessageMix()
  /// Its wait, `nil` where it is in no curve.
  private(set) var wait: Histogram.Bin?
  /// When it was answered, as far as it is in a curve.
  private(set) var answeredAt: Instant?

  /// Nothing: a thread that is not there, or does not take part.
  init() {}

  /// Judges a thread's events, as a night does.
  init(of events: ThreadEvents, rules: ThreadRules) {
    let first = events[0]
    guard rules.takesPart(first) else { return }
    (vendor, channel, customer, levels) = (first.vendor, first.channel, first.customer, first.levels)
    if rules.isTimed(first) {
      answeredAt = rules.firstAnswer(in: events)
      wait = rules.wait(of: events)
    }
    guard rules.isMature(first) else { return }
    isMature = true
    let thread = JudgedThread(events: events, rules: rules)
    counts = ThreadCounts(of: thread)
    mix = MessageMix(of: thread)
  }

  /// Whose it is.
  var key: CustomerKey { CustomerKey(vendor: vendor, customer: customer) }

  /// Whether both add the same cases to the same cells.
  func hasCasesLike(_ other: ThreadPart) -> Bool {
    guard isMature || other.isMature else { return true }
    return isMature == other.isMature && isInCellsOf(other) && counts == other.counts && mix == other.mix
  }

  /// Whether both tell the same of the same customer.
  func tracesLike(_ other: ThreadPart) -> Bool {
    traces == other.traces && (traces.isEmpty || key == other.key)
  }

  /// What it tells of its customer.
  var traces: CustomerTraces {
    guard isMature else { return [] }
    return counts.hasCases ? [.wrote, .treated] : .wrote
  }

  /// Whether both add the same wait to the same curves.
  func waitsLike(_ other: ThreadPart) -> Bool {
    guard wait != nil || other.wait != nil else { return true }
    return wait == other.wait && vendor == other.vendor && channel == other.channel
  }

  private func isInCellsOf(_ other: ThreadPart) -> Bool {
    vendor == other.vendor && channel == other.channel && levels == other.levels
  }
}

extension ChangeSums {
  /// What a thread adds to the components, and where.
  mutating func contribution(of part: ThreadPart) -> Contribution {
    guard part.isMature else { return Contribution() }
    let values = part.counts.values()
    guard values.count > 0 else { return Contribution() }
    return Contribution(
      group: group(vendor: part.vendor, channel: part.channel, levels: part.levels), values: values)
  }
}
