import RequiteModel
import RequiteStatistics

/// What vendors say of themselves and what their customers say to the same wording, as it grows while one bucket is
/// scored.
///
/// The wording is the survey: only answers that name one can be compared. METHODS B14, perception gap.
struct PerceptionPass {
  private var moments: [PerceptionKey: PerceptionMoments] = [:]
  private var accounts: [PerceptionAccount: PerceptionTotals] = [:]

  /// Adds an answer that stands over the window.
  mutating func add(_ standing: LatestResponses.Standing) {
    let response = standing.response
    guard standing.period == 0, response.survey != .start,
      response.instrument == .csat || response.instrument == .`self`
    else { return }
    let key = PerceptionKey(
      vendor: response.vendor, survey: response.survey, instrument: response.instrument, scale: response.scale)
    let totals = PerceptionTotals(standing.answer.totals)
    if response.account == .none {
      moments[key, default: PerceptionMoments()].add(cluster: totals)
    } else {
      accounts[PerceptionAccount(key: key, account: response.account), default: PerceptionTotals()] += totals
    }
  }

  /// Moves the sums to the state.
  func finish(into tables: inout StateTables) {
    tables.update(.perception) { tally in
      for (key, moments) in moments { tally.add(moments.values, to: key.words) }
    }
    tables.update(.perceptionAccounts) { tally in
      for (account, totals) in accounts { tally.add(totals.values, to: account.words) }
    }
  }
}

/// Whose answers to which wording.
struct PerceptionKey: Hashable {
  /// Code of the vendor.
  let vendor: UInt32
  /// Fingerprint of the survey id.
  let survey: Hash128
  /// `csat` for customers, `self` for the vendor.
  var instrument: Instrument
  /// The scale of the scores.
  let scale: ScoreScale

  /// The five words of a tally's key.
  var words: [UInt64] {
    [UInt64(vendor), survey.high, survey.low, QuestionWord.word(of: instrument), scale.word]
  }
}

extension PerceptionKey {
  /// The key of a tally's first words; `nil` for the words of a newer format.
  init?(words: [UInt64]) {
    guard let instrument = QuestionWord.instrument(of: words[3]), let scale = ScoreScale(word: words[4]) else {
      return nil
    }
    self.init(
      vendor: UInt32(words[0]), survey: Hash128(high: words[1], low: words[2]), instrument: instrument, scale: scale)
  }
}

/// An account's answers to one wording.
private struct PerceptionAccount: Hashable {
  let key: PerceptionKey
  let account: Pseudonym

  var words: [UInt64] { key.words + [account.high, account.low] }
}
