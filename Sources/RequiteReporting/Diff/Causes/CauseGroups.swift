import RequiteModel

/// Which causes of a number are shown by themselves, and which together because few rows stand behind them: METHODS B8.
///
/// A cause of at least one row and of fewer than the minimum joins the others of its step that have so few; where even
/// together they have too few, the next smallest joins. Where a whole step has too few rows, what is known and what moved
/// are shown as one step: the value between them would be that of those few.
struct CauseGroups {
  /// Causes shown in one line.
  struct Group: Hashable {
    let name: PartName
    /// Their places among the causes given.
    let members: [Int]
    /// How many rows they have together.
    let rows: Int64
  }

  /// One displayed step.
  struct Step: Hashable {
    let coordinates: [Coordinate]
    var groups: [Group]
  }

  /// The steps, in order.
  let steps: [Step]

  /// Groups causes, which come in the order in which they are applied, by their rows; a minimum of 0 or 1 shows all.
  ///
  /// Steps come in the order of `legs`.
  init(_ causes: [(cause: Cause, rows: Int64)], minimum: Int64, legs: [ChangeLeg] = ChangeLeg.allCases) {
    let byStep = Coordinate.allCases.map { coordinate in
      causes.indices.filter { causes[$0].cause.coordinate == coordinate }
    }
    let ofRows = byStep.prefix(2).filter { !$0.isEmpty }
    let isTooSmall = ofRows.contains { step in
      let rows = step.reduce(Int64(0)) { $0 + causes[$1].rows }
      return rows > 0 && rows < minimum
    }
    let joined = isTooSmall ? [ofRows.flatMap { $0 }] : Array(ofRows)
    let usual = (joined + byStep.dropFirst(2).filter { !$0.isEmpty }).map { members in
      let coordinates = Coordinate.allCases.filter { coordinate in
        members.contains { causes[$0].cause.coordinate == coordinate }
      }
      return Step(
        coordinates: coordinates, groups: CauseGroups.groups(of: members, in: causes, minimum: minimum))
    }
    steps = legs.flatMap { leg in usual.filter { ChangeLeg($0.coordinates[0]) == leg } }
  }

  private static func groups(
    of members: [Int], in causes: [(cause: Cause, rows: Int64)], minimum: Int64
  ) -> [Group] {
    let folded = folded(members, in: causes, minimum: minimum)
    var groups = members.filter { !folded.contains($0) }.map {
      Group(name: .cause(causes[$0].cause), members: [$0], rows: causes[$0].rows)
    }
    if !folded.isEmpty {
      let rows = folded.reduce(Int64(0)) { $0 + causes[$1].rows }
      groups.append(Group(name: .fewRows(folded.map { causes[$0].cause }), members: folded, rows: rows))
    }
    return groups
  }

  /// The places of the causes that are shown together, ascending; none where every cause can stand alone.
  private static func folded(
    _ members: [Int], in causes: [(cause: Cause, rows: Int64)], minimum: Int64
  ) -> [Int] {
    let bySize = members.filter { causes[$0].rows > 0 }.sorted { (causes[$0].rows, $0) < (causes[$1].rows, $1) }
    guard let smallest = bySize.first, causes[smallest].rows < minimum else { return [] }
    var (folded, rows) = ([Int](), Int64(0))
    for place in bySize where causes[place].rows < minimum || rows < minimum {
      folded.append(place)
      rows += causes[place].rows
    }
    return folded.sorted()
  }
}
