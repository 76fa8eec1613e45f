import RequiteModel

/// C4: of the detractors, those to whom the vendor came back in time.
///
/// A detractor is a customer whose latest recommendation answer is a detractor's by the cuts of its scale. Counted once
/// the time for coming back has passed at `as_of`, whether or not the vendor did; a follow-up in the same second as the
/// answer, or in the last second of the time allowed, counts. METHODS B9.
struct ClosedLoop: Sendable {
  private let allowed: Int64
  private let asOf: Instant

  init(settings: Settings) {
    allowed = settings.followup
    asOf = settings.asOf
  }

  /// The case of one answer that stands, given the vendor's follow-ups to that customer in any order.
  func cases(of standing: LatestResponses.Standing, followups: ArraySlice<Followup>) -> Ratio {
    guard standing.response.instrument == .nps, let moment = standing.response.respondedAt,
      standing.answer.category == .detractor, moment.seconds + allowed <= asOf.seconds
    else { return Ratio() }
    let isClosed = followups.contains { moment <= $0.at && $0.at.seconds <= moment.seconds + allowed }
    return Ratio(isGood: isClosed)
  }
}
