import RequiteModel

/// Rows of the night before that arrive again: most unchanged, some corrected under a higher revision.
///
/// Real exports overlap; whoever counts such rows twice, or lets the older one win, gets other numbers.
struct Repeats {
  private let options: SampleOptions
  private let night: Int

  /// The repeats that `night` carries.
  init(options: SampleOptions, night: Int) {
    self.options = options
    self.night = night
  }

  /// Responses told again.
  func responses(from rows: [SurveyRow]) -> [SurveyRow] {
    var random = SplitMix64(options.seed, Stream.repeatedResponses.rawValue, UInt64(night))
    return picks(from: rows, &random).map { row in
      guard random.chance(400), let score = row.score, row.instrument != .votes else { return row }
      var corrected = row
      let scale = AnswerScale(row.instrument)
      corrected.score = score < scale.highest ? score + 1 : score - 1
      corrected.revision = 1
      return corrected
    }
  }

  /// Events told again; a correction gives an unsigned answer its agent, or another text.
  func events(from rows: [Event]) -> [Event] {
    var random = SplitMix64(options.seed, Stream.repeatedEvents.rawValue, UInt64(night))
    return picks(from: rows, &random).map { row in
      guard random.chance(400), row.direction == .outgoing, row.kind == .message else { return row }
      var corrected = row
      if case .brand = row.agent { corrected.agent = .person(UInt16(random.below(8))) }
      corrected.phrase = Phrases.draw(Phrases.answer, &random)
      corrected.revision = 1
      return corrected
    }
  }

  private func picks<Row>(from rows: [Row], _ random: inout SplitMix64) -> [Row] {
    guard !rows.isEmpty else { return [] }
    let step = 150
    // One from each stretch of rows: never the same row twice.
    return stride(from: 0, to: rows.count, by: step).map { start in
      rows[start + random.below(min(step, rows.count - start))]
    }
  }
}
