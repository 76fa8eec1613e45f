import RequiteModel
import Testing

/// Codes stand in ledgers: they come back, and none is given twice.
@Suite struct CodeTests {
  @Test func everyWordComesBackFromItsCode() {
    for word in Instrument.allCases { #expect(Instrument(code: word.code) == word) }
    for word in ResponseStatus.allCases { #expect(ResponseStatus(code: word.code) == word) }
    for word in Direction.allCases { #expect(Direction(code: word.code) == word) }
    for word in EventKind.allCases { #expect(EventKind(code: word.code) == word) }
    for word in Acquisition.allCases { #expect(Acquisition(code: word.code) == word) }
    #expect(Instrument(code: 99) == nil)
    #expect(ResponseStatus(code: 99) == nil)
    #expect(Direction(code: 99) == nil)
    #expect(EventKind(code: 99) == nil)
    #expect(Acquisition(code: 99) == nil)
  }

  @Test func theCodesOfTheFormatNeverChange() {
    #expect(Instrument.allCases.map(\.code) == [0, 1, 2, 3, 4, 5, 6])
    #expect(ResponseStatus.allCases.map(\.code) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    #expect(Acquisition.allCases.map(\.rawValue) == ["", "earned", "bought"])
    #expect(Acquisition.allCases.map(\.code) == [0, 1, 2])
    #expect(Direction.allCases.map(\.rawValue) == ["in", "out", "internal", "system"])
    #expect(
      EventKind.allCases.map(\.rawValue).joined(separator: " ")
        == "message resolved reopened promise fulfilled change consent survey_followup other")
  }

  @Test func componentsStandInTheOrderOfTheMethod() {
    #expect(Component.allCases.map(\.index) == Array(0..<10))
    #expect(Pillar.allCases.flatMap(\.components) == Component.allCases)
  }
}
