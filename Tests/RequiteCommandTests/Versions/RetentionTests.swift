import RequiteCommand
import struct RequiteTestSupport.SplitMix64
import Testing

/// A year and a half of nights under the clock of the test.
@Suite struct RetentionTests {
  typealias Candidate = Retention.Candidate
  static let start: Int64 = 1_767_225_600  // 2026-01-01

  /// The version of the night after day `day`, published at three in the morning.
  private static func night(_ day: Int64, _ mark: String = "aa") -> Candidate {
    let time = UTCTime(seconds: start + (day + 1) * 86_400 + 3 * 3600)
    let name = UTCTime(seconds: start + day * 86_400).description.prefix(10)
    return Candidate(id: "\(name)-\(mark)", publishedAt: time)
  }

  private static func clock(_ day: Int64) -> UTCTime { UTCTime(seconds: start + day * 86_400 + 4 * 3600) }

  private static func survivors(
    _ versions: [Candidate], at day: Int64, fixed: Set<String> = [], previous: [String: String] = [:],
    _ retention: Retention = Retention()
  ) -> [Candidate] {
    let tiers = retention.tiers(of: versions, fixed: fixed, previous: previous, now: clock(day))
    return versions.filter { tiers[$0.id] != nil }
  }

  @Test func aYearOfNightsKeepsDaysThenWeeksThenMonths() {
    let kept = Self.survivors((0..<500).map { Self.night($0) }, at: 500).map { String($0.id.prefix(10)) }
    #expect(kept.first == "2026-01-31")
    #expect(
      kept.prefix(9).joined(separator: " ")
        == "2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-17 2026-05-24 2026-05-31 2026-06-07 2026-06-14")
    #expect(kept.suffix(35) == (465..<500).map { String(Self.night($0).id.prefix(10)) }[...])
    #expect(kept.count == 94)
  }

  @Test func collectingEveryNightLeavesWhatCollectingOnceLeaves() {
    var versions: [Candidate] = []
    for day in Int64(0)..<500 {
      versions = Self.survivors(versions + [Self.night(day)], at: day + 1)
    }
    #expect(versions == Self.survivors((0..<500).map { Self.night($0) }, at: 500))
  }

  @Test func whatHasGoneNeverComesBackAndWhatIsFixedNeverGoes() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<40 {
      let days = (0..<120).map { _ in Int64.random(in: 0..<700, using: &random) }.sorted()
      let versions = days.enumerated().map { Self.night($1, "v\($0)") }
      let fixed = Set(versions.shuffled(using: &random).prefix(5).map(\.id) + [versions[versions.count - 1].id])
      let previous = Dictionary(uniqueKeysWithValues: zip(versions.dropFirst().map(\.id), versions.map(\.id)))
      var before = Set(versions.map(\.id))
      for day in stride(from: Int64(700), to: 1500, by: 97) {
        let tiers = Retention().tiers(of: versions, fixed: fixed, previous: previous, now: Self.clock(day))
        #expect(Set(tiers.keys).isSubset(of: before))
        #expect(fixed.allSatisfy { tiers[$0] == .heavy })
        // Nothing is kept whose predecessor is gone, unless it is kept only as a predecessor itself.
        for (id, tier) in tiers where tier == .heavy { #expect(previous[id].map { tiers[$0] != nil } ?? true) }
        before = Set(tiers.keys)
      }
    }
  }

  @Test func aPredecessorStaysWithoutItsObjects() {
    let versions = [Self.night(0), Self.night(1)]
    let previous = [versions[1].id: versions[0].id]
    let tiers = Retention().tiers(of: versions, fixed: [versions[1].id], previous: previous, now: Self.clock(900))
    #expect(tiers == [versions[0].id: .light, versions[1].id: .heavy])
  }

  @Test func objectsMayGoBeforeTheirVersion() {
    var retention = Retention()
    retention.heavyDays = 10
    let versions = [Self.night(0), Self.night(15)]
    let tiers = retention.tiers(of: versions, fixed: [], previous: [:], now: Self.clock(20))
    #expect(tiers == [versions[0].id: .light, versions[1].id: .heavy])
  }

  @Test func whatWasAddedDrivesNoNightOut() {
    var added = Self.night(30, "zz")
    added.isAdded = true
    let versions = [Self.night(29), Self.night(30), added]
    #expect(Self.survivors(versions, at: 900).map(\.id) == ["2026-01-31-aa", "2026-01-31-zz"])
  }

  @Test func whatNobodyKnowsTheAgeOfStays() {
    let unlogged = Candidate(id: "2026-01-05-aa", publishedAt: nil)
    let versions = [unlogged, Candidate(id: "4f1c", publishedAt: Self.clock(0))]
    #expect(Self.survivors(versions + [Self.night(9)], at: 900).count == 3)
  }
}
