import RequiteModel

/// Net promoter scores under the rules of a path.
///
/// Scores of every scale count by their categories; Requite's own number leaves out those on other scales than most
/// (`diagnostics.other_scales`), unless the configuration pools them.
struct ScoreReconciler {
  /// What customers add to a score.
  private struct Sums: Equatable {
    var promoters: Int64 = 0
    var detractors: Int64 = 0
    var all: Int64 = 0
    /// Customers who count otherwise than a step before.
    var cases: Int64 = 0
  }

  private let path: RulePath
  private let window: Window
  private let cuts: [ScoreScale: CategoryCuts]
  private let countsPartial: Bool
  private var sums: [UInt32: [Sums]] = [:]

  init(_ path: RulePath, plan: Plan) {
    self.path = path
    window = plan.settings.surveyWindow
    cuts = plan.settings.categoryCuts
    countsPartial = plan.settings.method.revision(of: .latestAnswers) < 2
  }

  /// Adds responses, every customer with all of theirs.
  mutating func add(_ responses: [Response]) {
    let counted = responses.filter { $0.instrument == .nps && ($0.at.map(window.contains) ?? false) }
    let customers = Dictionary(grouping: counted) { CustomerName(vendor: $0.vendor, customer: $0.customer) }
    for (name, rows) in customers {
      var last: Sums?
      for (step, rules) in path.enumerated() {
        let added = contribution(of: rows, under: rules.all)
        var sum = sums[name.vendor, default: Array(repeating: Sums(), count: path.count)][step]
        sum.promoters += added.promoters
        sum.detractors += added.detractors
        sum.all += added.all
        if let last, last != added { sum.cases += 1 }
        sums[name.vendor, default: Array(repeating: Sums(), count: path.count)][step] = sum
        last = added
      }
    }
  }

  private struct CustomerName: Hashable {
    let vendor: UInt32
    let customer: Pseudonym
  }

  private func contribution(of rows: [Response], under rules: Set<CountingRule>) -> Sums {
    var answers = rows.compactMap { row in
      Answer(row, cuts: cuts, countsPartial: countsPartial).flatMap(\.category).map { (row: row, category: $0) }
    }
    if !rules.contains(.everyAnswer) {
      answers = answers.max { $1.row.isLater(than: $0.row) }.map { [$0] } ?? []
    }
    var sums = Sums()
    sums.promoters = Int64(answers.count { $0.category == .promoter })
    sums.detractors = Int64(answers.count { $0.category == .detractor })
    let silent = rules.contains(.silentCount) ? rows.count { $0.score == nil && $0.sawTheQuestion } : 0
    sums.all = Int64(answers.count + silent)
    return sums
  }

  /// The steps of a vendor; none where nobody answered.
  func steps(of vendor: UInt32) -> [Reconciliation.Step] {
    guard let sums = sums[vendor] else { return [] }
    return zip(path, sums).map { rules, sums in
      let score = sums.all > 0 ? 100 * Double(sums.promoters - sums.detractors) / Double(sums.all) : nil
      let isWhole = rules.all.contains(.wholePoints)
      let isMoved = rules.rule == .wholePoints && score != score?.rounded()
      return Reconciliation.Step(
        rule: rules.rule, value: isWhole ? score?.rounded() : score, cases: isMoved ? 1 : sums.cases)
    }
  }
}

extension Response {
  /// Whether the question was shown and passed over.
  fileprivate var sawTheQuestion: Bool { status == .noScore || status == .partial }
}
