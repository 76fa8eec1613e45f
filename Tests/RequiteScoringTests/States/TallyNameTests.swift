import RequiteModel
import RequiteScoring
import Testing

@Suite struct TallyNameTests {
  @Test(arguments: TallyName.allCases)
  func aTallyOfOtherSumsIsNotOfThisRelease(_ name: TallyName) {
    var tables = StateTables()
    #expect(tables.isOfThisRelease)
    tables.tallies[name.rawValue] = Tally(keyWidth: name.keyWidth, valueWidth: name.valueWidth)
    #expect(tables.isOfThisRelease)
    tables.tallies[name.rawValue] = Tally(keyWidth: name.keyWidth, valueWidth: name.valueWidth + 1)
    #expect(!tables.isOfThisRelease)
    tables.tallies[name.rawValue] = Tally(keyWidth: name.keyWidth + 1, valueWidth: name.valueWidth)
    #expect(!tables.isOfThisRelease)
  }

  /// Names of tallies that this release does not know are nobody's concern.
  @Test func whatNobodyReadsMayBeAnything() {
    var tables = StateTables()
    tables.tallies["of.tomorrow"] = Tally(keyWidth: 1, valueWidth: 3)
    #expect(tables.isOfThisRelease)
  }
}
