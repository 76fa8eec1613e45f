import Foundation
import RequiteStatistics

/// The margins of `margins.csv`, regions and channels, and the sample fitted to them.
struct RakedSample {
  /// The cells by their names, `r1|email`, ascending.
  let cells: [String]
  let raking: Raking
  /// The sample with the fitted weights.
  let sample: SurveySample

  /// Fits the first window to the margins, within a cap of `config.json`.
  init(cap: String) throws {
    var sample = try SurveySample(window: "p1")
    let rows = try Fixture.rows("margins.csv")
    let margins = ["region", "channel"].map { name in
      rows.filter { $0["margin"] == name }.map { (level: $0["level"]!, share: Double($0["share"]!)!) }
        .sorted { $0.level < $1.level }
    }
    let cells = Dictionary(grouping: sample.answers, by: \.cell).sorted { $0.key < $1.key }
    let ends = try JSONDecoder().decode(JSONNode.self, from: Fixture.data("config.json"))[cap].elements
    raking = try Raking(
      cells: cells.map { _, answers in
        RakingCell(
          levels: [
            margins[0].firstIndex { $0.level == answers[0].region }!,
            margins[1].firstIndex { $0.level == answers[0].channel }!,
          ],
          weight: answers.reduce(0) { $0 + $1.weight })
      },
      margins: margins.map { RakingMargin(shares: $0.map(\.share)) },
      cap: Interval(low: ends[0].double ?? 0, high: ends[1].double ?? 0))
    let factors = Dictionary(uniqueKeysWithValues: zip(cells.map(\.key), raking.factors))
    for place in sample.answers.indices {
      let answer = sample.answers[place]
      sample.answers[place].weight = Int128(Raking.weight(Int64(answer.weight), times: factors[answer.cell]!))
    }
    self.cells = cells.map(\.key)
    self.sample = sample
  }
}

extension SurveySample.Answer {
  /// The names of its levels in both margins.
  fileprivate var cell: String { "\(region)|\(channel)" }
}
