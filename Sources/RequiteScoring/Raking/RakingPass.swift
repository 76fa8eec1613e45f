import RequiteModel

/// The answers whose weights are to be fitted to known margins, as they grow while one bucket is scored.
///
/// Weights after raking depend on the margins' cell and on the weight before, and are rounded one by one: so answers that
/// share both count together, and nothing else of a respondent is kept. Customers of accounts stay apart by account until
/// the state is finished. METHODS B6.
struct RakingPass {
  private var counts = GroupedSums(keyWidth: RakingKey.width, of: RakingCounts())
  private let cells: MarginCells?
  private let isPooled: Bool

  init(plan: Plan) {
    cells = MarginCells(plan: plan)
    isPooled = plan.settings.poolsScales
  }

  /// Adds an answer that stands over the window, when there are margins.
  mutating func add(_ standing: LatestResponses.Standing) {
    let response = standing.response
    guard let cells, standing.period == 0, response.instrument == .nps, let category = standing.answer.category else {
      return
    }
    let key = RakingKey(
      vendor: response.vendor, stratum: response.stratum, scale: standing.scale(pooling: isPooled),
      cell: cells.cell(channel: response.channel, levels: response.levels), weight: response.weight,
      account: response.account)
    counts.withSum(of: key.words.span) { $0.add(category) }
  }

  /// Moves the counts to the state.
  func finish(into tables: inout StateTables) {
    tables.update(.raking) { tally in
      counts.forEach { key, counts in tally.add(counts.values.span, to: key) }
    }
  }
}

/// Answers that raking cannot tell apart.
struct RakingKey: Hashable {
  /// Words in a tally's key.
  static let width = 7

  /// Code of the vendor.
  let vendor: UInt32
  /// Code of the stratum.
  let stratum: UInt32
  /// The scale of the scores.
  let scale: ScoreScale
  /// The cell of the margins' cross-classification.
  let cell: UInt64
  /// The weight before raking, in millionths.
  let weight: Int64
  /// The account, `.none` where each respondent is a cluster.
  let account: Pseudonym

  /// The words of a tally's key.
  var words: InlineArray<7, UInt64> {
    [
      UInt64(vendor), QuestionWord.word(of: .nps, stratum: stratum), scale.word, cell, UInt64(weight), account.high,
      account.low,
    ]
  }
}

extension RakingKey {
  /// The key of a tally's words; `nil` for the words of a newer format.
  init?(words: [UInt64]) {
    guard let scale = ScoreScale(word: words[2]) else { return nil }
    self.init(
      vendor: UInt32(words[0]), stratum: QuestionWord.stratum(of: words[1]), scale: scale, cell: words[3],
      weight: Int64(words[4]), account: Pseudonym(high: words[5], low: words[6]))
  }
}

/// How many of such answers say what.
struct RakingCounts: Hashable {
  /// Integers in a tally's value.
  static let width = 3

  /// Those who would recommend.
  var promoters: Int64 = 0
  /// Those who would do neither.
  var passives: Int64 = 0
  /// Those who would not recommend.
  var detractors: Int64 = 0

  /// All of them.
  var respondents: Int64 { promoters + passives + detractors }

  /// Adds one answer.
  mutating func add(_ category: Category) {
    switch category {
    case .promoter: promoters += 1
    case .passive: passives += 1
    case .detractor: detractors += 1
    }
  }

  /// The integers of a tally's value.
  var values: InlineArray<3, Int128> { [Int128(promoters), Int128(passives), Int128(detractors)] }
}

extension RakingCounts {
  /// The counts of a tally's value.
  init(values: [Int128]) {
    promoters = Int64(values[0])
    passives = Int64(values[1])
    detractors = Int64(values[2])
  }
}
