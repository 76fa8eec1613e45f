import RequiteDocuments
import RequiteModel
import RequiteTestSupport
import Testing

@Suite struct OutcomeFileTests {
  @Test func outcomesAndFollowupsComeBackInTheBucketsOfTheirCustomers() throws {
    var random = SplitMix64(seed: 9)
    let arena = FactArena()
    let outcomes = (0..<200).map { index in
      var outcome = Outcome(
        vendor: UInt32(index % 2), customer: Pseudonym(high: random.next(), low: random.next()),
        openedAt: Instant(seconds: Int64(index)), channel: UInt32(index % 5), levels: arena.keep([UInt32(index % 3)]),
        digest: Hash128(high: random.next(), low: random.next()))
      outcome.isMature = index % 2 == 0
      outcome.isTimed = index % 3 == 0
      for place in 0..<ComponentCounts.width { outcome.counts[place] = UInt32(index * place) }
      return outcome
    }
    let followups = outcomes.prefix(10).map { Followup(vendor: $0.vendor, customer: $0.customer, at: $0.openedAt) }
    let folder = TemporaryFolder()
    let sink = ByteCollector()
    try OutcomeFile.write(outcomes, followups, vendors: ["acme", "bolt"], planDigest: "p", to: sink)
    let reader = try OutcomeReader(path: folder.write(sink.bytes, to: "o"), planDigest: "p")
    var readOutcomes: Set<Outcome> = []
    var readFollowups: Set<Followup> = []
    for bucket in 0..<Bucket.count {
      let rows = try reader.rows(bucket: bucket, to: arena)
      for row in rows.outcomes {
        #expect(row.customer.bucket(vendor: Hash128(["acme", "bolt"][Int(row.vendor)])) == bucket)
      }
      readOutcomes.formUnion(rows.outcomes)
      readFollowups.formUnion(rows.followups)
    }
    #expect(readOutcomes == Set(outcomes))
    #expect(readFollowups == Set(followups))
  }

  @Test func outcomesOfAnotherPlanAreRefused() throws {
    let folder = TemporaryFolder()
    let sink = ByteCollector()
    try OutcomeFile.write([], [], vendors: [], planDigest: "p", to: sink)
    let path = folder.write(sink.bytes, to: "o")
    #expect(throws: DocumentFailure.otherPlan("o")) { try OutcomeReader(path: path, planDigest: "q") }
  }
}
