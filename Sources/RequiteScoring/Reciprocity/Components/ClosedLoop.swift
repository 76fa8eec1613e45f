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

  /// Replaces `cases` by those of the answers that stand, given the vendor's follow-ups to that customer in any order.
  func findCases(
    among standing: [LatestResponses.Standing], followups: FactRange<Followup>, into cases: inout [Case]
  ) {
    cases.removeAll(keepingCapacity: true)
    for place in standing.indices where standing[place].answer.category == .detractor {
      let response = standing[place].place
      guard response.pointee.instrument == .nps, let moment = response.pointee.respondedAt,
        moment.seconds + allowed <= asOf.seconds
      else { continue }
      let isClosed = followups.contains { moment <= $0.at && $0.at.seconds <= moment.seconds + allowed }
      cases.append(Case(place: response, period: standing[place].period, cases: Ratio(isGood: isClosed)))
    }
  }
}

extension ClosedLoop {
  /// The case of one answer that stands.
  struct Case {
    /// Where the response lies, as long as its customer is looked at.
    let place: RowPlace<Response>
    /// 0 for the window, otherwise the code of the trend period in which it stands.
    let period: UInt16
    /// Whether the vendor came back.
    let cases: Ratio

    /// Which cells it belongs to, among those of its period.
    var group: CellGroup {
      CellGroup(
        vendor: place.pointee.vendor, channel: place.pointee.channel, levels: place.pointee.levels, period: period)
    }

    /// The one case behind all of a customer's cases, which is a case of the window and of the answer's trend period,
    /// where it has one; `nil` when periods have cases of their own.
    static func whole(_ all: [Case]) -> Case? {
      guard let window = all.first(where: { $0.period == 0 }), all.allSatisfy({ $0.place == window.place }) else {
        return nil
      }
      return all.first { $0.period != 0 } ?? window
    }
  }
}
