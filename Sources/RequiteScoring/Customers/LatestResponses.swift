import RequiteModel

/// One customer's latest answers: per instrument over the window, and per instrument in each trend period.
///
/// The latest answer to a question stands, whatever scale it was given on; a response that does not count displaces none:
/// one without a score, and from the stage's second revision on a partial one. METHODS B3. Made once and used again for every customer.
struct LatestResponses {
  /// A response that stands, and what it adds.
  struct Standing {
    /// 0 for the window, otherwise the code of a trend period.
    let period: UInt16
    /// Where the response lies, as long as its customer is looked at.
    let place: RowPlace<Response>
    /// What it adds to loyalty.
    let answer: Answer

    /// The response.
    var response: Response {
      @inline(__always)
      get { place.pointee }
    }

    /// The scale under which the answer is counted: its own, or the one of all.
    @inline(__always)
    func scale(pooling isPooled: Bool) -> ScoreScale {
      isPooled && place.pointee.instrument != .votes ? .pooled : place.pointee.scale
    }
  }

  /// The responses that stand; one for each instrument and period with an answer.
  private(set) var standing: [Standing] = []

  private let window: Window
  private let cuts: [ScoreScale: CategoryCuts]
  private let countsPartial: Bool
  private let cells: CellPlan

  init(settings: Settings, cells: CellPlan) {
    window = settings.surveyWindow
    cuts = settings.categoryCuts
    countsPartial = settings.method.revision(of: .latestAnswers) < 2
    self.cells = cells
  }

  /// Looks through one customer's responses instead of those of the customer before.
  mutating func look(through responses: FactRange<Response>) {
    standing.removeAll(keepingCapacity: true)
    for index in responses.indices {
      let place = responses.place(index)
      guard let moment = place.pointee.respondedAt, window.contains(moment),
        let answer = Answer(place.pointee, cuts: cuts, countsPartial: countsPartial)
      else { continue }
      keep(Standing(period: 0, place: place, answer: answer))
      if let period = cells.period(at: moment) { keep(Standing(period: period, place: place, answer: answer)) }
    }
  }

  @inline(__always)
  private mutating func keep(_ candidate: Standing) {
    let instrument = candidate.place.pointee.instrument
    for rival in standing.indices
    where standing[rival].period == candidate.period && standing[rival].place.pointee.instrument == instrument {
      if candidate.place.pointee.isLater(than: standing[rival].place.pointee) { standing[rival] = candidate }
      return
    }
    standing.append(candidate)
  }
}
