import RequiteModel

/// Where a customer stands between what is given and what is returned.
///
/// The cuts are fixed, so that versions compare: a cut at the median would show balance whatever happens. METHODS B14.
enum BalanceQuadrant: String, CaseIterable {
  /// Promoters who are well treated.
  case mutual
  /// Promoters who are not.
  case unrequited
  /// Detractors who are well treated.
  case indulged
  /// Detractors who are not.
  case estranged
  /// Passives who are well treated.
  case undecidedReturned = "undecided_returned"
  /// Passives who are not.
  case undecidedUnreturned = "undecided_unreturned"

  /// The quadrant of a customer.
  init(_ category: Category, isWellTreated: Bool) {
    switch category {
    case .promoter: self = isWellTreated ? .mutual : .unrequited
    case .detractor: self = isWellTreated ? .indulged : .estranged
    case .passive: self = isWellTreated ? .undecidedReturned : .undecidedUnreturned
    }
  }

  /// Position among the quadrants.
  var place: Int {
    switch self {
    case .mutual: 0
    case .unrequited: 1
    case .indulged: 2
    case .estranged: 3
    case .undecidedReturned: 4
    case .undecidedUnreturned: 5
    }
  }
}
