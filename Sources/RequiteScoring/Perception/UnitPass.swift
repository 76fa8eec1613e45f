import RequiteModel

/// What employees and customers of one unit say of recommending, as it grows while one bucket is scored.
///
/// The unit is the attribute that links the two; answers that name none take no part. METHODS B14, employee link.
struct UnitPass {
  private var counts = GroupedSums(keyWidth: UnitKey.width, of: LoyaltyCounts())
  private let unit: LevelSource
  private let isPooled: Bool

  init(plan: Plan) {
    unit = LevelSource(of: Settings.unitAttribute, plan: plan)
    isPooled = plan.settings.poolsScales
  }

  /// Adds an answer that stands over the window.
  mutating func add(_ standing: LatestResponses.Standing) {
    let response = standing.response
    guard standing.period == 0, response.instrument == .nps || response.instrument == .enps else { return }
    let level = unit.level(channel: 0, levels: response.levels)
    guard level != 0 else { return }
    let key = UnitKey(
      vendor: response.vendor, unit: level, instrument: response.instrument,
      scale: standing.scale(pooling: isPooled))
    counts.withSum(of: key.words.span) { $0 += LoyaltyCounts(of: standing.answer) }
  }

  /// Moves the counts to the state.
  func finish(into tables: inout StateTables) {
    tables.update(.units) { tally in
      counts.forEach { key, counts in tally.add(counts.values.span, to: key) }
    }
  }
}

/// Whose answers in which unit.
struct UnitKey: Hashable {
  /// Words in a tally's key.
  static let width = 4

  /// Code of the vendor.
  let vendor: UInt32
  /// Code of the unit among its levels.
  let unit: UInt32
  /// `enps` for employees, `nps` for customers.
  let instrument: Instrument
  /// The scale of the scores.
  let scale: ScoreScale

  /// The words of a tally's key.
  var words: InlineArray<4, UInt64> { [UInt64(vendor), UInt64(unit), QuestionWord.word(of: instrument), scale.word] }
}

extension UnitKey {
  /// The key of a tally's words; `nil` for the words of a newer format.
  init?(words: [UInt64]) {
    guard let instrument = QuestionWord.instrument(of: words[2]), let scale = ScoreScale(word: words[3]) else {
      return nil
    }
    self.init(vendor: UInt32(words[0]), unit: UInt32(words[1]), instrument: instrument, scale: scale)
  }
}
