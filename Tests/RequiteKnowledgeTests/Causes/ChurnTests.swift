import RequiteKnowledge
import RequiteModel
import RequiteScoring
import Testing

/// The noise of a movement is summed customer by customer.
@Suite struct ChurnTests {
  /// The dumps with the rows of one customer alone.
  private func dumps(_ dumps: [Warehouse.Dump], of customer: String) -> [Warehouse.Dump] {
    dumps.map { dump in
      let place = dump.lines[0].split(separator: ",").firstIndex(of: "customer_id") ?? 0
      let rows = dump.lines.dropFirst().filter {
        $0.split(separator: ",", omittingEmptySubsequences: false)[place] == customer
      }
      return Warehouse.Dump(name: dump.name, lines: [dump.lines[0]] + rows)
    }
  }

  /// Threads with events of several customers would not fall apart by customer.
  private func ownThreads(_ dumps: [Warehouse.Dump]) -> [Warehouse.Dump] {
    dumps.map { dump in
      guard dump.name.hasPrefix("interactions") else { return dump }
      let rows = dump.lines.dropFirst().map { line in
        var fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        fields[3] = "c\((Int(fields[1].dropFirst()) ?? 0) % 30)"
        return fields.joined(separator: ",")
      }
      return Warehouse.Dump(name: dump.name, lines: [dump.lines[0]] + rows)
    }
  }

  /// A customer alone is asked nothing that the vendor was asked, too, is not the vendor's whole list of invitations, and
  /// was perhaps never answered by an agent of whom nothing is known.
  private static func isOfSeveral(_ metric: String) -> Bool {
    metric.hasPrefix("perception.") || metric.contains("response_rate") || metric.contains("agents_unknown")
  }

  /// The numbers of a customer; who writes on one channel has a share of none of the others, too.
  private func keys(of totals: [Totals]) -> Set<MeasureKey> {
    let own = totals.reduce(into: Set<MeasureKey>()) { $0.formUnion($1.pairs.keys) }.filter {
      ChangeFinderTests.divided.contains($0.metric) && !Self.isOfSeveral($0.metric)
    }
    let others = own.filter { Totals.ofChannels.contains($0.metric) }.flatMap { key in
      ["", "chat", "email", "overheard"].map { channel in
        MeasureKey(vendor: key.vendor, dimension: key.dimension, level: channel, metric: key.metric)
      }
    }
    return own.union(others)
  }

  @Test(arguments: [41, 42] as [UInt64])
  func churnIsTheSumOverCustomersScoredAlone(seed: UInt64) throws {
    let warehouse = Warehouse()
    let all = ownThreads(RandomNights(seed: seed, [], scales: ["0-10"]).before)
    let (first, second) = (Warehouse.settings(asOf: 30), Warehouse.settings(asOf: 32))
    let found = try ChangeFinder(
      before: KnownSide(warehouse.knowledge(all, first)), after: KnownSide(warehouse.knowledge(all, second))
    ).find().changes
    var expected: [MeasureKey: ChurnSums] = [:]
    for customer in (0..<30).map({ "c\($0)" }) {
      let own = dumps(all, of: customer)
      let totals = try [first, second].map { settings in
        let knowledge = try warehouse.knowledge(own, settings)
        return try Totals(warehouse.tables(knowledge), plan: knowledge.plan)
      }
      for key in keys(of: totals) {
        let (old, new) = (totals[0][key], totals[1][key])
        if old == new { continue }
        expected[key, default: ChurnSums()].add(
          numerator: new.numerator - old.numerator, denominator: new.denominator - old.denominator)
      }
    }
    let moved = found.counts.mapValues(\.churn).filter {
      $0.value != ChurnSums() && !Self.isOfSeveral($0.key.metric)
    }
    for key in Set(moved.keys).union(expected.keys) { #expect(moved[key] == expected[key], "\(key)") }
  }
}
