/// How many of those asked have answered: the six response rates of AAPOR (METHODS B7).
///
///     let rates = ResponseRates(dispositions: dispositions)
///     rates.rr1                          // 0.297…: complete answers among all who may be eligible
///     rates.rr6                          // 0.369…: any answers among those known to be
///     rates.worstAndBest(score)          // what the score could be had everybody answered
///
/// Rates with an odd number count complete answers, those with an even number partial ones too. Of people whose
/// eligibility is unknown, 1 and 2 take all for eligible, 3 and 4 the share `eligibilityShare`, and 5 and 6 none. So 1 is
/// the least rate and 6 the greatest; 5 and 6 flatter where most of those asked are unknown.
///
/// Without any disposition but answers nothing is known of those who did not answer: all rates are then `nil`, never 1.
/// Source: American Association for Public Opinion Research, *Standard Definitions*.
public struct ResponseRates: Hashable, Sendable {
  /// What became of everybody who was asked.
  public let dispositions: Dispositions

  /// Creates the rates of a sample.
  public init(dispositions: Dispositions) {
    self.dispositions = dispositions
  }

  /// Whether anybody is known not to have answered.
  ///
  /// People found ineligible do not count: they could not have answered.
  public var isKnown: Bool { asked > dispositions.answered }

  /// `noData` where the rates are not known.
  public var reason: Caveat? { isKnown ? nil : .noData }

  /// *e* = E/(E + ineligible), the share of the eligible among those of whom it is known.
  ///
  /// The estimate of AAPOR's proportional allocation; `nil` where the rates are not known, or of nobody it is known.
  public var eligibilityShare: Double? {
    quotient(Double(dispositions.eligible), Double(dispositions.eligible + Int128(dispositions.ineligible)))
  }

  /// I/(E + U): complete answers, all unknown people taken for eligible.
  public var rr1: Double? { quotient(complete, Double(asked)) }

  /// (I + P)/(E + U): all answers, all unknown people taken for eligible.
  public var rr2: Double? { quotient(answered, Double(asked)) }

  /// I/(E + eU): complete answers, a share of the unknown people taken for eligible.
  public var rr3: Double? { likelyEligible.flatMap { quotient(complete, $0) } }

  /// (I + P)/(E + eU): all answers, a share of the unknown people taken for eligible.
  public var rr4: Double? { likelyEligible.flatMap { quotient(answered, $0) } }

  /// I/E: complete answers, no unknown person taken for eligible.
  public var rr5: Double? { quotient(complete, Double(dispositions.eligible)) }

  /// (I + P)/E: all answers, no unknown person taken for eligible.
  public var rr6: Double? { quotient(answered, Double(dispositions.eligible)) }

  /// The score if all others asked, E + U people in all, were detractors, and if they were promoters.
  ///
  /// Not an interval of confidence: the ends are certain, and mostly far apart. Returns `nil` where the rates are not
  /// known, and where more people answered than were asked, as then the dispositions belong to another survey.
  ///
  /// - Parameter score: of all who answered, on −1…1.
  public func worstAndBest(_ score: NetPromoter) -> Interval? {
    guard isKnown, asked >= Int128(score.n) else { return nil }
    let net = Int128(score.promoters) - Int128(score.detractors)
    let silent = asked - Int128(score.n)
    return Interval(low: Double(net - silent) / Double(asked), high: Double(net + silent) / Double(asked))
  }

  private var complete: Double { Double(dispositions.complete) }

  private var answered: Double { Double(dispositions.answered) }

  /// E + U, the denominator of rates 1 and 2: everybody asked, those found ineligible left out.
  public var asked: Int128 { dispositions.eligible + dispositions.unknown }

  /// E + eU, the denominator of rates 3 and 4; `nil` where the rates are not known, or of nobody eligibility is.
  public var likelyEligible: Double? {
    eligibilityShare.map { Double(dispositions.eligible) + $0 * Double(dispositions.unknown) }
  }

  private func quotient(_ numerator: Double, _ denominator: Double) -> Double? {
    isKnown && denominator > 0 ? numerator / denominator : nil
  }
}
