import RequiteModel
import RequiteStatistics

/// One vendor's answers with the weights that raking gave them.
struct RakedAnswers {
  /// The fit; `nil` where it was impossible.
  private(set) var fit: Raking?
  /// Levels that should have a share of the answers but have nobody.
  private(set) var unreachable = 0
  /// Respondents on levels without a target.
  private(set) var untargeted: Int64 = 0
  /// All respondents.
  let respondents: Int64

  private let answers: [(key: RakingKey, counts: RakingCounts)]
  private let targets: RakingTargets
  /// The place of each cell in the fit, by its targets' places.
  private var cells: [[Int]: Int] = [:]

  /// Fits the weights of `answers`, which are sorted by key.
  init(
    _ answers: [(key: RakingKey, counts: RakingCounts)], targets: RakingTargets, settings: RakingSettings
  ) {
    self.answers = answers
    self.targets = targets
    respondents = answers.reduce(0) { $0 + $1.counts.respondents }
    var weights: [[Int]: Int128] = [:]
    for (key, counts) in answers {
      guard let places = targets.places(of: key.cell) else {
        untargeted += counts.respondents
        continue
      }
      weights[places, default: 0] += Int128(key.weight) * Int128(counts.respondents)
    }
    let sorted = weights.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (place, cell) in sorted.enumerated() { cells[cell.key] = place }
    unreachable = targets.margins.enumerated().reduce(0) { sum, margin in
      let reached = Set(sorted.map { $0.key[margin.offset] })
      return sum
        + margin.element.target.shares.indices.count { margin.element.target.shares[$0] > 0 && !reached.contains($0) }
    }
    guard untargeted == 0, unreachable == 0 else { return }
    let cap = Interval(low: settings.leastFactor.double, high: settings.greatestFactor.double)
    fit = try? Raking(
      cells: sorted.map { RakingCell(levels: $0.key, weight: $0.value) }, margins: targets.margins.map(\.target),
      cap: cap)
  }

  /// Whether the weights may be used.
  var isConverged: Bool { fit?.isConverged ?? false }

  /// The share that a level of a margin reached, and its respondents; `nil` for a level nobody has.
  func achieved(margin name: String, code: Int) -> (share: Double?, respondents: Int64)? {
    guard let margin = targets.margins.firstIndex(where: { $0.name == name }) else { return nil }
    let respondents = answers.reduce(0) { sum, answer in
      sum + (targets.cells.levels(of: answer.key.cell)[margin] == code ? answer.counts.respondents : 0)
    }
    guard respondents > 0 else { return nil }
    let place = targets.margins[margin].places[code]
    return (place.flatMap { fit?.achieved[margin][$0] }, respondents)
  }

  /// The strata under the new weights, by name.
  func strata(plan: Plan) -> [(name: String, StratumMoments)] {
    var moments: [UInt32: ClusterMoments] = [:]
    var accounts: [UInt32: [Pseudonym: AnswerTotals]] = [:]
    for (key, counts) in answers {
      let weight = weight(of: key)
      if key.account == .none {
        moments[key.stratum, default: ClusterMoments()] += ClusterMoments(counts, each: weight)
      } else {
        accounts[key.stratum, default: [:]][key.account, default: AnswerTotals()] += AnswerTotals(counts, each: weight)
      }
    }
    for (stratum, totals) in accounts {
      for cluster in totals.values {
        moments[stratum, default: ClusterMoments()].add(y: cluster.value, w: cluster.weight)
      }
    }
    return moments.sorted { $0.key < $1.key }.map { code, moments in
      let name = plan.strata[Int(code)]
      return (name, StratumMoments(domain: moments, population: plan.settings.strataPopulation[name]))
    }
  }

  /// How the new weight divides, for answers that all agree.
  var weightedShares: WeightedShares {
    var sums = (promoters: Int128(0), passives: Int128(0), detractors: Int128(0), squares: Int128(0))
    for (key, counts) in answers {
      let weight = weight(of: key)
      sums.promoters += weight * Int128(counts.promoters)
      sums.passives += weight * Int128(counts.passives)
      sums.detractors += weight * Int128(counts.detractors)
      sums.squares += weight * weight * Int128(counts.respondents)
    }
    return WeightedShares(
      promoters: sums.promoters, passives: sums.passives, detractors: sums.detractors, squares: sums.squares)
  }

  private func weight(of key: RakingKey) -> Int128 {
    guard let fit, let places = targets.places(of: key.cell), let cell = cells[places] else { return 0 }
    return Int128(Raking.weight(key.weight, times: fit.factors[cell]))
  }
}

extension ClusterMoments {
  /// The moments of respondents who are a cluster each.
  fileprivate init(_ counts: RakingCounts, each weight: Int128) {
    let (promoters, detractors) = (Int128(counts.promoters), Int128(counts.detractors))
    let n = Int128(counts.respondents)
    let square = weight * weight
    self.init(
      n: n, y: weight * (promoters - detractors), w: weight * n, yy: square * (promoters + detractors),
      yw: square * (promoters - detractors), ww: square * n)
  }
}

extension AnswerTotals {
  /// The totals of respondents who belong to one cluster.
  fileprivate init(_ counts: RakingCounts, each weight: Int128) {
    self.init()
    self.weight = weight * Int128(counts.respondents)
    value = weight * Int128(counts.promoters - counts.detractors)
  }
}
