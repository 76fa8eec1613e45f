import RequiteModel
import RequiteStatistics

/// How many of those asked answered, and what the score could be had everybody answered: METHODS B7.
///
/// Rates are on 0…1. Where nothing is known of those who did not answer they are null: answers over answers is no rate.
struct ResponseRateFinish: CubePart {
  let loyalty: LoyaltyTables
  let dispositions: Tally
  let plan: Plan

  func rows(of cell: Cell) -> [CubeRow] {
    let rates = ResponseRates(dispositions: Dispositions(values: dispositions[cell.words]))
    let counts = rates.dispositions
    guard counts.complete + counts.partial + counts.refused + counts.notContacted + counts.unknownOther > 0 else {
      return []
    }
    let name = CellName(cell, plan: plan)
    return (standardRates(rates, name: name) + bounds(rates, cell: cell, name: name)).map {
      CubeRow($0, basis: [.cell(.invited, cell), .cell(.respondents(.nps), cell)])
    }
  }

  private func standardRates(_ rates: ResponseRates, name: CellName) -> [Measure] {
    let complete = rates.dispositions.complete
    let answered = complete + rates.dispositions.partial
    let asked = Double(rates.asked)
    let eligible = Double(rates.dispositions.eligible)
    let values = [
      (rates.rr1, complete, asked), (rates.rr2, answered, asked), (rates.rr3, complete, rates.likelyEligible),
      (rates.rr4, answered, rates.likelyEligible), (rates.rr5, complete, eligible), (rates.rr6, answered, eligible),
    ]
    return values.enumerated().map { place, value in
      let (rate, answers, denominator) = value
      return Measure(
        key: name.metric("loyalty.response_rate.rr\(place + 1)"), estimate: rate,
        numerator: rate == nil ? nil : Double(answers), denominator: rate == nil ? nil : denominator, n: answered,
        reason: rate == nil ? .noData : nil)
    }
  }

  private func bounds(_ rates: ResponseRates, cell: Cell, name: CellName) -> [Measure] {
    let score = loyalty.netPromoter(in: cell)
    let bounds = score.n > 0 ? rates.worstAndBest(score) : nil
    return [("loyalty.nps_worst", bounds?.low), ("loyalty.nps_best", bounds?.high)].map { metric, value in
      Measure(
        key: name.metric(metric), estimate: value.map { $0 * 100 }, n: score.n, reason: value == nil ? .noData : nil)
    }
  }
}
