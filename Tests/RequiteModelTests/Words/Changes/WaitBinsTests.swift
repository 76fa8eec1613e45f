import RequiteModel
import Testing

@Suite struct WaitBinsTests {
  @Test func binsStandInOrderWhateverOrderTheyAreGivenIn() {
    let bins: WaitBins = [60: .init(censored: 2), 5: .init(answered: 1)]
    #expect(bins.bins.map(\.seconds) == [5, 60])
    #expect(WaitBins().isEmpty && !bins.isEmpty)
  }

  @Test func whatCameAndWentAlikeVanishes() {
    var bins: WaitBins = [5: .init(answered: 1), 60: .init(answered: 2, censored: 2)]
    bins.add([1: .init(censored: 1), 5: .init(answered: -1), 60: .init(answered: -1), 90: .init(answered: 4)])
    #expect(bins == [1: .init(censored: 1), 60: .init(answered: 1, censored: 2), 90: .init(answered: 4)])
    bins.add(WaitBins())
    #expect(bins.bins.count == 3)
  }
}
