import RequiteModel

/// What an answer that stands says about a vendor under a wording.
struct WordingAnswer: Equatable {
  let wording: PerceptionKey
  let weight: Int64
  let good: Int64
}

/// What became of the answers to each wording.
///
/// A wording counts as soon as both a vendor and its customers have answered it, and as long as they have: the first
/// answer of one side brings all of the other's in, and the last one takes them away. Those answers are the same as
/// before, so that the cause is `knock_on`.
struct WordingChanges {
  private let before: WordingTotals
  /// The wordings that count in both versions, as customers are asked.
  private let shared: Set<PerceptionKey>
  private var sums = GroupedSums(keyWidth: PerceptionKey.width + 1, of: WordingSums())

  /// Nothing has changed yet between two versions.
  init(before: WordingTotals = WordingTotals(), after: WordingTotals = WordingTotals()) {
    self.before = before
    shared = before.shared.intersection(after.shared)
  }

  /// Whether a wording counts in both versions.
  func isShared(_ wording: PerceptionKey) -> Bool { shared.contains(wording.asked(.csat)) }

  /// Adds what became of one response, which may have come to another wording.
  mutating func add(_ old: WordingAnswer?, _ new: WordingAnswer?, _ origin: ChangeOrigin) {
    let rows: Int64 = origin.isOfRows ? 1 : 0
    if let old { add(old, times: -1, rows: rows, origin.cause) }
    if let new { add(new, times: 1, rows: old?.wording == new.wording ? 0 : rows, origin.cause) }
  }

  private mutating func add(_ answer: WordingAnswer, times sign: Int64, rows: Int64, _ cause: Int) {
    let words = answer.wording.words
    let key: InlineArray<6, UInt64> = [words[0], words[1], words[2], words[3], words[4], UInt64(cause)]
    sums.withSum(of: key.span) { sums in
      sums.rows += rows
      sums.respondents += sign
      sums.good += Int128(sign * answer.good)
      sums.weight += Int128(sign * answer.weight)
    }
  }
}

extension WordingChanges {
  /// What one cause did to what one side of a vendor's wordings says.
  struct Part {
    let vendor: UInt32
    let metric: CausedMetric
    let cause: Int
    let rows: Int64
    let good: Int128
    let weight: Int128
  }

  /// The parts of all causes, wording by wording, given the steps to each point of the path.
  func parts(steps: [ChangeStep]) -> [Part] {
    var changes: [PerceptionKey: [Int: WordingSides]] = [:]
    sums.forEach { words, sums in
      let all = (0..<words.count).map { words[$0] }
      guard let key = PerceptionKey(words: all) else { return }
      changes[key.asked(.csat), default: [:]][Int(all[PerceptionKey.width]), default: WordingSides()].add(sums, of: key)
    }
    return changes.flatMap { wording, causes in parts(of: wording, causes, steps) }
  }

  private func parts(of wording: PerceptionKey, _ causes: [Int: WordingSides], _ steps: [ChangeStep]) -> [Part] {
    var parts: [Part] = []
    var sides = WordingSides()
    for key in [wording, wording.asked(.`self`)] { sides.add(WordingSums(before.totals[key]), of: key) }
    for step in steps.dropFirst() {
      let changes = causes.filter { step.has($0.key) }
      let after = changes.values.reduce(into: sides) { $0.add($1) }
      if sides.isShared || after.isShared {
        for (cause, change) in changes { parts += change.parts(of: wording.vendor, cause) }
        var others = WordingSides()
        if !sides.isShared { others.add(sides.atOnce) }
        if !after.isShared { others.add(after.atOnce, times: -1) }
        if step.kind == .setting { others.forgetRows() }
        parts += others.parts(of: wording.vendor, step.place(of: .knockOn))
      }
      sides = after
    }
    return parts
  }
}
