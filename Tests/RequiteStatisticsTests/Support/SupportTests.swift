import RequiteStatistics
import Testing

@Suite struct SupportTests {
  @Test func rowsAreReadByColumnName() {
    let rows = Fixture.rows(of: "a,b,c\n1,,x\n2,y,\n")
    #expect(rows == [["a": "1", "b": "", "c": "x"], ["a": "2", "b": "y", "c": ""]])
  }

  @Test(arguments: [("1", 1_000_000), ("3.333333", 3_333_333), ("0.5", 500_000), ("1.25", 1_250_000)])
  func decimalsBecomeMicroUnits(text: String, micro: Int) {
    #expect(Fixture.micro(text) == Int128(micro))
  }

  @Test(arguments: ["", "x", "1.0000001", "1.2.3"])
  func otherTextIsNoDecimal(text: String) {
    #expect(Fixture.micro(text) == nil)
  }

  @Test func closenessIsRelativeAboveOne() {
    #expect(isClose(1000.0000005, to: 1000))
    #expect(!isClose(1000.000002, to: 1000))
    #expect(!isClose(1.000000002, to: 1))
    #expect(!isClose(nil, to: 0) && !isClose(0, to: nil) && isClose(nil, to: nil))
  }

  @Test func splitMixGivesItsPublishedNumbers() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in generator.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func theSampleKeepsOneAnswerOfACustomer() throws {
    let sample = try SurveySample(window: "p1")
    #expect(Set(sample.answers.map(\.customer)).count == sample.answers.count)
  }

  @Test func leavesAreNamedByTheirPath() {
    let node = JSONNode.object([
      "b": .object(["x": .number(1), "a": .array([.object(["no": .null])])]), "a": .null, "empty": .object([:]),
    ])
    #expect(node.leafPaths == ["a", "b/a", "b/x"])
  }

  @Test(
    arguments: [
      ("a/b", "a/b", true), ("a/*", "a/b", true), ("*/b", "a/b", true), ("a", "a/b", false), ("a/*/c", "a/b", false),
      ("a/*", "a/b/c", false), ("a/b", "a/bc", false),
    ])
  func aStarStandsForOneKey(pattern: String, path: String, matches: Bool) {
    #expect(PathPattern(pattern).matches(path) == matches)
  }

  @Test func randomSamplesToRakeHaveEveryCombination() {
    let sample = RakingCase.random(seed: 1)
    #expect(Set(sample.cells).count == sample.margins.reduce(1) { $0 * $1.count })
    #expect(sample.cells.count == sample.weights.count)
  }

  @Test func aStandardSeriesHasItsDistances() {
    let distances = StandardSeries.normal(count: 20, shift: 2, from: 10, seed: 1)
    let chart = ControlChart(
      values: StandardSeries.values(distances), standardErrors: StandardSeries.errors(distances.count))
    for (point, distance) in zip(chart.points, distances) { #expect(isClose(point.z, to: distance)) }
  }
}
