import Foundation
import RequiteStatistics

/// The latest answer of each customer in one window of `responses.csv` (METHODS B3).
struct SurveySample {
  /// One answer.
  struct Answer {
    let customer: String
    let cluster: String
    let stratum: String
    let segment: String
    let region: String
    let channel: String
    var weight: Int128
    let score: Int

    /// +1, 0 or −1 on the scale 0–10.
    var value: Int128 { score >= 9 ? 1 : score <= 6 ? -1 : 0 }
  }

  var answers: [Answer]

  /// Reads one of the windows `p1` and `p2` of `config.json`.
  init(window: String) throws {
    let config = try JSONDecoder().decode(JSONNode.self, from: Fixture.data("config.json"))
    let ends = try config[window].elements.map { Int(try $0.double ?? 0) }
    var latest: [String: (at: Int, id: String, row: [String: String])] = [:]
    for row in try Fixture.rows("responses.csv") {
      guard let at = Int(row["responded_at"]!), ends[0] <= at, at < ends[1] else { continue }
      let key = (at: at, id: row["response_id"]!, row: row)
      if let other = latest[row["customer_id"]!], (other.at, other.id) >= (key.at, key.id) { continue }
      latest[row["customer_id"]!] = key
    }
    answers = latest.sorted { $0.key < $1.key }.map { Answer($0.value.row) }
  }

  /// The counts of the three categories.
  var netPromoter: NetPromoter {
    NetPromoter(
      promoters: Int64(answers.count { $0.value > 0 }), passives: Int64(answers.count { $0.value == 0 }),
      detractors: Int64(answers.count { $0.value < 0 }))
  }

  /// The strata, by name, with the moments of `value` over the answers of a segment, or of all.
  func strata(
    segment: String? = nil, populations: [String: Int64] = [:], value: (Answer) -> Int128 = { $0.value }
  ) -> [StratumMoments] {
    Dictionary(grouping: answers, by: \.stratum).sorted { $0.key < $1.key }.map { name, answers in
      var domain = ClusterMoments()
      let clusters = Dictionary(grouping: answers, by: \.cluster)
      for cluster in clusters.values {
        let inside = cluster.filter { segment == nil || $0.segment == segment }
        guard !inside.isEmpty else { continue }
        domain.add(y: inside.reduce(0) { $0 + $1.weight * value($1) }, w: inside.reduce(0) { $0 + $1.weight })
      }
      return StratumMoments(domain: domain, clusters: Int64(clusters.count), population: populations[name])
    }
  }
}

extension SurveySample.Answer {
  fileprivate init(_ row: [String: String]) {
    customer = row["customer_id"]!
    cluster = row["account_id"]!.isEmpty ? customer : row["account_id"]!
    stratum = row["stratum"]!
    segment = row["segment"]!
    region = row["region"]!
    channel = row["channel"]!
    weight = Fixture.micro(row["weight"]!)!
    score = Int(row["score"]!)!
  }
}
