import RequiteDocuments
import RequiteModel
import RequiteScoring

/// Says of every row of a bucket on which sides it stands, and what became of its fact between them.
///
/// Facts are the same by identity. Which of several rows stands is settled on each side as a night does; where both sides
/// have the same rows, once.
struct FactComparison {
  private let sides: BothSides
  /// Ids that both sides know in different buckets.
  private let moved: Set<Hash128>
  private var table = IdentityTable()

  init(_ sides: BothSides, moved: Set<Hash128>) {
    self.sides = sides
    self.moved = moved
  }

  /// A mark for each row.
  ///
  /// - Complexity: O(*n*).
  mutating func marks<Row: CustomerRow>(of facts: BucketFacts<Row>) -> [FactMark] {
    var marks: [FactMark] = []
    marks.reserveCapacity(facts.rows.count)
    let isPlain = sides.before.admitsAll && sides.after.admitsAll && moved.isEmpty
    for run in facts.runs {
      if run.ledger.isCommon && isPlain {
        marks.append(contentsOf: repeatElement(.same, count: run.rows.count))
      } else {
        for row in run.rows { marks.append(mark(of: row, run.ledger, facts)) }
      }
    }
    let rows = facts.rows
    let repeats = table.repeats(among: rows.count) { rows[$0].identity }
    for group in FactComparison.groups(repeats) { settle(group, facts, &marks) }
    return marks
  }

  /// Rows of one identity, for each identity with several.
  private static func groups(_ repeats: [IdentityTable.Repeat]) -> [[Int]] {
    let sorted = repeats.sorted { ($0.first, $0.row) < ($1.first, $1.row) }
    var groups: [[Int]] = []
    for (place, pair) in sorted.enumerated() {
      if place == 0 || sorted[place - 1].first != pair.first { groups.append([pair.first]) }
      groups[groups.count - 1].append(pair.row)
    }
    return groups
  }

  /// The mark of a row that no other row of the bucket disputes.
  private func mark<Row: CustomerRow>(
    of row: Int, _ ledger: BothSides.Ledger, _ facts: BucketFacts<Row>
  ) -> FactMark {
    let fact = facts.rows[row]
    let isBefore = ledger.isBefore && admits(fact, facts.bucket, sides.before)
    let isAfter = ledger.isAfter && admits(fact, facts.bucket, sides.after)
    if isBefore == isAfter { return isBefore ? .same : .none }
    return isAfter
      ? FactMark(before: false, after: true, change: lateChange(fact))
      : FactMark(before: true, after: false, change: removal(of: fact, [ledger]))
  }

  private func admits<Row: CustomerRow>(_ fact: Row, _ bucket: Int, _ filter: FactFilter) -> Bool {
    if filter.admitsAll { return true }
    return !filter.isErased(fact.customer, vendor: fact.vendor)
      && (filter.bucket(of: fact.identity).map { $0 == bucket } ?? true)
  }

  /// Settles which of several rows stands on each side.
  private func settle<Row: CustomerRow>(_ group: [Int], _ facts: BucketFacts<Row>, _ marks: inout [FactMark]) {
    let before = winner(among: group, facts, sides.before) { $0.isBefore }
    let after = winner(among: group, facts, sides.after) { $0.isAfter }
    for row in group { marks[row] = .none }
    switch (before, after) {
    case (nil, nil): break
    case (let old?, let new?):
      let isSame = old == new || facts.rows[old].serialisation == facts.rows[new].serialisation
      if isSame {
        marks[new] = .same
      } else {
        marks[old] = FactMark(before: true, after: false, change: .corrected)
        marks[new] = FactMark(before: false, after: true, change: .corrected)
      }
    case (let old?, nil):
      let ledgers = group.map { facts.ledger(of: $0) }.filter(\.isBefore)
      marks[old] = FactMark(before: true, after: false, change: removal(of: facts.rows[old], ledgers))
    case (nil, let new?):
      marks[new] = FactMark(before: false, after: true, change: lateChange(facts.rows[new]))
    }
  }

  /// The row that stands on one side, `nil` when none does.
  private func winner<Row: CustomerRow>(
    among group: [Int], _ facts: BucketFacts<Row>, _ filter: FactFilter, _ isKnown: (BothSides.Ledger) -> Bool
  ) -> Int? {
    let rivals = group.filter { isKnown(facts.ledger(of: $0)) && admits(facts.rows[$0], facts.bucket, filter) }
    guard rivals.count > 1 else { return rivals.first }
    let choice = Deduplication(
      count: rivals.count, identity: { facts.rows[rivals[$0]].identity }, revision: { facts.rows[rivals[$0]].revision },
      conflicts: { _ in false }, serialisation: { facts.rows[rivals[$0]].serialisation })
    return rivals[choice.kept[0]]
  }

  /// Why a fact is not there any more.
  private func removal<Row: CustomerRow>(of fact: Row, _ ledgers: [BothSides.Ledger]) -> FactMark.Change {
    // A fact that the later side knows of somebody else was corrected, even where its former customer is forgotten.
    if moved.contains(fact.identity) { return .corrected }
    if sides.after.isErased(fact.customer, vendor: fact.vendor) { return .erased }
    return ledgers.contains(where: sides.isKnownLater) ? .removed : .fileMissing
  }

  /// Why a fact is there only now: it was not known, or it was, of another thread or customer.
  private func lateChange<Row: CustomerRow>(_ fact: Row) -> FactMark.Change {
    moved.contains(fact.identity) ? .corrected : .late
  }
}
