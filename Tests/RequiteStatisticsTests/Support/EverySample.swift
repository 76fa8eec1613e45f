import RequiteStatistics

/// Every sample that could be drawn, with its probability: what is added up over them is exact, not simulated.
enum EverySample {
  /// All samples of `n` people who are independently promoters, passives or detractors with the shares given.
  static func of(_ n: Int, promoters: Double, passives: Double, detractors: Double) -> [(NetPromoter, Double)] {
    (0...n).flatMap { pro in
      (0...n - pro).map { pas in
        let det = n - pro - pas
        let probability = probability(of: [(pro, promoters), (pas, passives), (det, detractors)])
        return (NetPromoter(promoters: Int64(pro), passives: Int64(pas), detractors: Int64(det)), probability)
      }
    }
  }

  /// All samples of `n` people who independently count with the probability `share`.
  static func of(_ n: Int, share: Double) -> [(Proportion, Double)] {
    (0...n).map { count in
      (Proportion(successes: Int64(count), of: Int64(n)), probability(of: [(count, share), (n - count, 1 - share)]))
    }
  }

  /// n! over the product of factorials, times the powers; divided and multiplied in turn so that nothing overflows.
  private static func probability(of counts: [(count: Int, share: Double)]) -> Double {
    var probability = 1.0
    var drawn = 0
    for (count, share) in counts {
      for i in 0..<count {
        drawn += 1
        probability *= share * Double(drawn) / Double(i + 1)
      }
    }
    return probability
  }
}
