import RequiteModel

/// On which scales the questions of a night were answered, and which of them are published.
struct PublishedScales {
  /// The published scale of each question.
  private(set) var published: [Question: ScoreScale] = [:]
  /// Respondents of the window by the scale of their score.
  private(set) var used: [Question: [ScoreScale: Int64]] = [:]
  /// Respondents of the window by the scale under which they are counted.
  private var counted: [Question: [ScoreScale: Int64]] = [:]

  /// Reads a merged state.
  init(tables: StateTables) {
    for (words, values) in tables[.loyaltyScales].sorted() {
      guard let instrument = QuestionWord.instrument(of: words[1]), let scale = ScoreScale(word: words[2]) else {
        continue
      }
      used[Question(vendor: UInt32(words[0]), instrument: instrument), default: [:]][scale] = Int64(values[0])
    }
    for (words, values) in tables[.loyaltyCounts].sorted() {
      guard let key = LoyaltyKey(words: words[...]), key.cell.isHeadline else { continue }
      counted[Question(key), default: [:]][key.scale] = Int64(LoyaltyCounts(values: values).respondents)
    }
    published = counted.compactMapValues { scales in
      scales.max { $0.value != $1.value ? $0.value < $1.value : $1.key < $0.key }?.key
    }
  }

  /// Respondents of a vendor's window on scales that are not published.
  func respondentsOnOthers(of vendor: UInt32) -> Int64 {
    sum(of: vendor) { question, scales in
      scales.reduce(0) { $0 + ($1.key == published[question] ? 0 : $1.value) }
    }
  }

  /// How many scales count together in a vendor's window, over its questions that mix any.
  func mixed(of vendor: UInt32) -> Int64 {
    sum(of: vendor) { question, _ in
      let scales = Int64(used[question]?.count ?? 0)
      return published[question] == .pooled && scales > 1 ? scales : 0
    }
  }

  /// The most respondents of a vendor's window on one scale of one question.
  func most(of vendor: UInt32) -> Int64 {
    counted.lazy.filter { $0.key.vendor == vendor }.compactMap { $0.value.values.max() }.max() ?? 0
  }

  private func sum(of vendor: UInt32, _ part: (Question, [ScoreScale: Int64]) -> Int64) -> Int64 {
    counted.lazy.filter { $0.key.vendor == vendor }.reduce(0) { $0 + part($1.key, $1.value) }
  }
}
