import RequiteModel
import RequiteStatistics

/// What vendors say of themselves and what their customers say to the same wording, as it grows while one bucket is
/// scored.
///
/// The wording is the survey: only answers that name one can be compared. METHODS B14, perception gap.
struct PerceptionPass {
  private var moments = GroupedSums(keyWidth: PerceptionKey.width, of: PerceptionMoments())
  private var accounts = GroupedSums(keyWidth: PerceptionAccount.width, of: PerceptionTotals())

  /// Adds an answer that stands over the window.
  mutating func add(_ standing: LatestResponses.Standing) {
    guard standing.period == 0, let key = PerceptionKey(standing.place) else { return }
    let totals = PerceptionTotals(standing.answer.totals)
    if standing.place.pointee.account == .none {
      moments.withSum(of: key.words.span) { $0.add(cluster: totals) }
    } else {
      let account = PerceptionAccount(key: key, account: standing.place.pointee.account)
      accounts.withSum(of: account.words.span) { $0 += totals }
    }
  }

  /// Moves the sums to the state.
  func finish(into tables: inout StateTables) {
    tables.update(.perception) { tally in
      moments.forEach { key, moments in tally.add(moments.values.span, to: key) }
    }
    tables.update(.perceptionAccounts) { tally in
      accounts.forEach { account, totals in tally.add(totals.values.span, to: account) }
    }
  }
}

/// Whose answers to which wording.
///
/// The wording is the survey; answers on different scales are never joined.
struct PerceptionKey: Hashable {
  /// Words in a tally's key.
  static let width = 5

  /// Code of the vendor.
  let vendor: UInt32
  /// Fingerprint of the survey id.
  let survey: Hash128
  /// `csat` for customers, `self` for the vendor.
  let instrument: Instrument
  /// The scale of the scores.
  let scale: ScoreScale

  /// The same wording as customers, or the vendor, are asked.
  func asked(_ instrument: Instrument) -> PerceptionKey {
    PerceptionKey(vendor: vendor, survey: survey, instrument: instrument, scale: scale)
  }

  /// The words of a tally's key.
  var words: InlineArray<5, UInt64> {
    [UInt64(vendor), survey.high, survey.low, QuestionWord.word(of: instrument), scale.word]
  }
}

extension PerceptionKey {
  /// The wording that a response answers; `nil` without one, and for other questions.
  @inline(__always)
  init?(_ response: RowPlace<Response>) {
    let instrument = response.pointee.instrument
    guard response.pointee.survey != .start, instrument == .csat || instrument == .`self` else { return nil }
    self.init(
      vendor: response.pointee.vendor, survey: response.pointee.survey, instrument: instrument,
      scale: response.pointee.scale)
  }

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

  /// Words in a tally's key.
  static let width = PerceptionKey.width + 2

  var words: InlineArray<7, UInt64> {
    let words = key.words
    return [words[0], words[1], words[2], words[3], words[4], account.high, account.low]
  }
}
