import RequiteStatistics
import Testing

@Suite struct CaveatTests {
  @Test func theNamesAreThoseOfTheMethod() {
    #expect(
      Caveat.allCases.map(\.rawValue) == [
        "no_data", "n_lt_2", "zero_variance", "den_lt_min", "pillar_empty", "not_converged", "not_reached",
      ])
  }
}
