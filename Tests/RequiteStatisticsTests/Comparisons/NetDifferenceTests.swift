import RequiteStatistics
import Testing

@Suite struct NetDifferenceTests {
  @Test func theExampleIsRight() {
    let change = NetDifference(
      from: NetPromoter(promoters: 24, passives: 28, detractors: 23),
      to: NetPromoter(promoters: 32, passives: 24, detractors: 19))
    #expect(isClose(change.difference, to: 0.16, within: 1e-15))
    #expect((change.pValue ?? 0) > 0.227 && (change.pValue ?? 0) < 0.228)
    #expect(change.reason == nil)
  }

  @Test func exchangingTheSamplesChangesTheSignAndNothingElse() {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let (a, b) = (sample(using: &generator), sample(using: &generator))
      let (change, mirror) = (NetDifference(from: a, to: b), NetDifference(from: b, to: a))
      #expect(change.difference == mirror.difference.map { -$0 } && change.standardError == mirror.standardError)
      #expect(change.statistic == mirror.statistic.map { -$0 } && change.pValue == mirror.pValue)
      #expect(change.interval?.low == mirror.interval.map { -$0.high } && change.reason == mirror.reason)
    }
  }

  @Test func intervalAndTestAgree() throws {
    var generator = SplitMix64(seed: 6)
    var significant = 0
    for _ in 0..<300 {
      let change = NetDifference(from: sample(using: &generator), to: sample(using: &generator))
      guard change.reason != .noData else { continue }
      let (interval, p) = (try #require(change.interval), try #require(change.pValue))
      #expect(interval.contains(0) == (p >= 0.05))
      if p < 0.05 { significant += 1 }
    }
    #expect(significant > 0)
  }

  @Test func aSampleWithoutPeopleHasNoDifference() {
    let (none, one) = (people(0, 0, 0), people(1, 0, 0))
    for change in [NetDifference(from: none, to: one), NetDifference(from: one, to: none)] {
      #expect(change.difference == nil && change.standardError == nil && change.statistic == nil)
      #expect(change.pValue == nil && change.interval == nil && change.reason == .noData)
    }
  }

  @Test func unanimityIsTestedButSaidSo() throws {
    let change = NetDifference(from: people(0, 0, 6), to: people(6, 0, 0))
    #expect(change.difference == 2 && change.reason == .zeroVariance)
    #expect(try #require(change.pValue) < 0.001)
    #expect(try #require(change.interval).high <= 2)
    #expect(NetDifference(from: people(0, 1, 6), to: people(6, 0, 0)).reason == nil)
  }

  @Test func onePersonAgainstAnotherProvesNothing() throws {
    let change = NetDifference(from: people(0, 0, 1), to: people(1, 0, 0))
    #expect(try #require(change.pValue) > 0.3 && change.difference == 2)
  }

  @Test func countsBeyondAllSurveysStayFinite() throws {
    let change = NetDifference(from: people(.max / 2, 0, 0), to: people(.max / 2, 0, 0))
    #expect(change.difference == 0 && change.standardError.map(\.isFinite) == true)
    #expect(change.statistic.map(\.isFinite) ?? true)
  }

  /// Over every pair of samples of which neither has changed, how often the test says so.
  @Test(arguments: [(0.5, 0.3, 0.2), (0.8, 0.15, 0.05), (0.1, 0.8, 0.1)])
  func theTestRarelyFindsAChangeWhereThereIsNone(pro: Double, pas: Double, det: Double) throws {
    let before = EverySample.of(16, promoters: pro, passives: pas, detractors: det)
    let after = EverySample.of(24, promoters: pro, passives: pas, detractors: det)
    var falseAlarms = 0.0
    for (a, probability) in before {
      for (b, other) in after {
        let p = try #require(NetDifference(from: a, to: b).pValue)
        if p < 0.05 { falseAlarms += probability * other }
      }
    }
    #expect(falseAlarms > 0.01 && falseAlarms < 0.06)
  }

  private func people(_ pro: Int64, _ pas: Int64, _ det: Int64) -> NetPromoter {
    NetPromoter(promoters: pro, passives: pas, detractors: det)
  }

  private func sample(using generator: inout SplitMix64) -> NetPromoter {
    let counts = (0..<3).map { _ in Int64.random(in: 0...12, using: &generator) }
    return people(counts[0], counts[1], counts[2])
  }
}
