import RequiteModel
import RequiteScoring
import Testing

/// An attack on what is published: every number that adds up is compared with its parts, knowing which cells there are.
@Suite struct DisclosureTests {
  private struct Place: Hashable {
    var vendor: String
    var dimension: String
    var level: String
    var period: String

    init(_ key: MeasureKey) {
      (vendor, dimension, level, period) = (key.vendor, key.dimension, key.level, key.period)
    }

    /// The vendor as a whole in the same period, of which levels are parts.
    var whole: Place { Place(MeasureKey(vendor: vendor, period: period, metric: "")) }

    /// The same cell over the window, of which months are parts.
    var window: Place { Place(MeasureKey(vendor: vendor, dimension: dimension, level: level, metric: "")) }
  }

  /// A sum with its parts: by dimension and period, or by cell.
  private struct Line: Hashable {
    let total: Place
    let dimension: String
  }

  /// The cells of which anything is shown beside that there is a number.
  private func places(of metric: String, in measures: [Measure]) -> Set<Place> {
    Set(measures.all(metric).filter { $0.reason != .smallCell }.map { Place($0.key) })
  }

  private func lines(among cells: Set<Place>) -> [Line: [Place]] {
    var lines: [Line: [Place]] = [:]
    for cell in cells {
      if cell.dimension != "all" { lines[Line(total: cell.whole, dimension: cell.dimension), default: []].append(cell) }
      if cell.period != "window" { lines[Line(total: cell.window, dimension: ""), default: []].append(cell) }
    }
    return lines
  }

  /// Families of numbers that add up: scores by category, invitations, threads by component, waits, balance.
  private static let additive = [
    "loyalty.promoters", "loyalty.detractors", "loyalty.nps_weighted", "loyalty.response_rate.rr5",
    "reciprocity.answered", "reciprocity.same_channel", "reciprocity.named", "reciprocity.resolved",
    "first_answer.share_1h", "balance.mutual", "balance.estranged",
  ]

  @Test(arguments: 1...4)
  func noHiddenNumberIsASumLessItsOtherParts(seed: UInt64) throws {
    let night = SmallCells(seed: seed).night
    let tables = night.tables()
    let published = try measures(of: tables, plan: night.plan)
    let everything = try measures(of: tables, plan: night.with { $0.suppressionMinimum = 0 }.plan)
    var hiddenCount = 0
    for metric in Self.additive {
      let cells = places(of: metric, in: everything)
      let hidden = cells.subtracting(places(of: metric, in: published))
      #expect(hidden.count < cells.count, "\(metric)")
      hiddenCount += hidden.count
      // What only one part has is that part's, wherever it is shown.
      for (line, parts) in lines(among: cells) where parts.count > 1 {
        let unknown = (parts + [line.total]).filter(hidden.contains)
        #expect(unknown.count != 1, "\(metric): \(unknown) of \(line)")
      }
    }
    #expect(hiddenCount > 100)
  }

  /// Whatever is shown of respondents rests on ten, and on no account that outweighs all others.
  @Test(arguments: 5...6)
  func nothingShownIsOfFewerThanTen(seed: UInt64) throws {
    let night = SmallCells(seed: seed).night
    for measure in try night.measures() where measure.estimate != nil && measure.key.metric == "loyalty.nps" {
      let answers = night.responses.filter { $0.score != nil && isIn($0, measure.key, night.plan) }
      #expect(answers.count >= 10 && Int64(answers.count) == measure.n)
      let accounts = Dictionary(grouping: answers.filter { $0.account != .none }) { $0.account }
      #expect(accounts.values.allSatisfy { 2 * $0.count <= answers.count })
    }
  }

  private func isIn(_ response: Response, _ key: MeasureKey, _ plan: Plan) -> Bool {
    let level =
      key.dimension == "channel"
      ? plan.channels[Int(response.channel)]
      : key.dimension == "segment" ? plan.levels[0][Int(response.levels[0])] : "*"
    let month = String(response.respondedAt!.description.prefix(7))
    return plan.vendors[Int(response.vendor)] == key.vendor && level == key.level
      && (key.period == "window" || key.period == month)
  }

  /// Rows of hidden cells say nothing but that they are hidden.
  @Test(arguments: 7...8)
  func hiddenRowsHoldNothing(seed: UInt64) throws {
    for night in [SmallCells(seed: seed).night, RandomFacts(seed: seed).night()] {
      let hidden = try night.measures().filter { $0.reason == .smallCell }
      #expect(!hidden.isEmpty)
      for measure in hidden { #expect(measure == Measure(key: measure.key, estimate: nil, n: 0, reason: .smallCell)) }
    }
  }
}
