import RequiteStatistics
import Testing

@Suite struct EverySampleTests {
  @Test func theProbabilitiesAddUpToOne() {
    let ternary = EverySample.of(12, promoters: 0.5, passives: 0.3, detractors: 0.2)
    #expect(ternary.count == 91 && isClose(ternary.reduce(0) { $0 + $1.1 }, to: 1, within: 1e-14))
    let binary = EverySample.of(30, share: 0.4)
    #expect(binary.count == 31 && isClose(binary.reduce(0) { $0 + $1.1 }, to: 1, within: 1e-14))
  }

  @Test func theMeanScoreIsTheTrueOne() {
    let mean = EverySample.of(9, promoters: 0.5, passives: 0.3, detractors: 0.2)
      .reduce(0) { $0 + ($1.0.estimate ?? 0) * $1.1 }
    #expect(isClose(mean, to: 0.3, within: 1e-14))
  }
}
