/// What a score says of recommending: METHODS B1.
public enum Category: Sendable {
  /// Would recommend; counts +1.
  case promoter
  /// Neither; counts 0.
  case passive
  /// Would not; counts −1.
  case detractor

  /// +1, 0 or −1.
  public var value: Int {
    switch self {
    case .promoter: 1
    case .passive: 0
    case .detractor: -1
    }
  }
}

/// The two cuts that divide a scale into promoters, passives and detractors.
public struct CategoryCuts: Hashable, Sendable {
  /// The greatest score of a detractor.
  public let greatestDetractor: Int32
  /// The least score of a promoter.
  public let leastPromoter: Int32

  /// Creates cuts.
  public init(greatestDetractor: Int32, leastPromoter: Int32) {
    self.greatestDetractor = greatestDetractor
    self.leastPromoter = leastPromoter
  }

  /// The cuts of a scale: 6 and 9 of ten, 4 and 7 of seven, 3 and 5 of five, 1 and 3 of three, 0 and 1 of a thumb; on any
  /// other scale a promoter scores at least nine tenths of the way up, a detractor at most six tenths.
  ///
  /// The usual cuts of 1–10 and 1–7 do not follow from the tenths, which is why they are listed.
  public init(of scale: ScoreScale) {
    switch (scale.lowest, scale.highest) {
    case (0, 10), (1, 10): self.init(greatestDetractor: 6, leastPromoter: 9)
    case (1, 7): self.init(greatestDetractor: 4, leastPromoter: 7)
    case (1, 5): self.init(greatestDetractor: 3, leastPromoter: 5)
    case (1, 3): self.init(greatestDetractor: 1, leastPromoter: 3)
    case (0, 1): self.init(greatestDetractor: 0, leastPromoter: 1)
    default:
      let lowest = Int64(scale.lowest)
      let span = Int64(scale.highest) - lowest
      self.init(
        greatestDetractor: Int32(lowest + 6 * span / 10),
        leastPromoter: Int32(lowest + (9 * span + 9) / 10))
    }
  }

  /// The category of a score.
  @inlinable public func category(of score: Int32) -> Category {
    if score >= leastPromoter { return .promoter }
    return score <= greatestDetractor ? .detractor : .passive
  }
}
