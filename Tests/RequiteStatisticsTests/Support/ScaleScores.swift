import RequiteStatistics

/// The scores of one scale in `scales.csv`, divided by the table of METHODS B1.
struct ScaleScores {
  let lowest: Int
  let highest: Int
  let scores: [Int]

  init(_ scale: String) throws {
    let rows = try Fixture.rows("scales.csv").filter { $0["scale"] == scale }
    lowest = Int(rows[0]["lo"]!)!
    highest = Int(rows[0]["hi"]!)!
    scores = rows.map { Int($0["score"]!)! }
  }

  /// The greatest score of a detractor and the least of a promoter.
  private var cuts: (detractor: Int, promoter: Int) {
    switch (lowest, highest) {
    case (1, 5): (3, 5)
    case (1, 7): (4, 7)
    default: (6, 9)
    }
  }

  var netPromoter: NetPromoter {
    let (pro, det) = (scores.count { $0 >= cuts.promoter }, scores.count { $0 <= cuts.detractor })
    return NetPromoter(promoters: Int64(pro), passives: Int64(scores.count - pro - det), detractors: Int64(det))
  }

  /// The share of the two highest scores.
  var top2: Proportion {
    Proportion(successes: Int64(scores.count { $0 >= highest - 1 }), of: Int64(scores.count))
  }
}
