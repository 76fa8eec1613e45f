import RequiteModel

/// One customer's latest answers: per instrument over the window, and per instrument in each trend period.
///
/// The latest answer to a question stands, whatever scale it was given on; a response without a score displaces none.
/// METHODS B3.
struct LatestResponses {
  /// A response that stands, and what it adds.
  struct Standing {
    /// 0 for the window, otherwise the code of a trend period.
    let period: UInt16
    /// The response.
    let response: Response
    /// What it adds to loyalty.
    let answer: Answer

    /// The scale under which the answer is counted: its own, or the one of all.
    func scale(pooling isPooled: Bool) -> ScoreScale {
      isPooled && response.instrument != .votes ? .pooled : response.scale
    }
  }

  /// The responses that stand; one for each instrument and period with an answer.
  private(set) var standing: [Standing] = []

  /// Looks through one customer's responses, in any order.
  init(of responses: ArraySlice<Response>, settings: Settings, cells: CellPlan) {
    for place in responses.indices {
      guard let moment = responses[place].respondedAt, settings.surveyWindow.contains(moment),
        let answer = Answer(responses[place], cuts: settings.categoryCuts)
      else { continue }
      keep(Standing(period: 0, response: responses[place], answer: answer))
      if let period = cells.period(at: moment) {
        keep(Standing(period: period, response: responses[place], answer: answer))
      }
    }
  }

  private mutating func keep(_ candidate: Standing) {
    let rival = standing.firstIndex {
      $0.period == candidate.period && $0.response.instrument == candidate.response.instrument
    }
    guard let rival else {
      standing.append(candidate)
      return
    }
    if candidate.response.isLater(than: standing[rival].response) { standing[rival] = candidate }
  }
}
