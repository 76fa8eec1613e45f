import RequiteFormats
import RequiteModel
import RequiteReporting
import Testing

@Suite struct DiffJSONTests {
  @Test func equalVersionsGiveAnEmptyList() throws {
    let document = try document(SampleTables.diff(to: SampleTables.before))
    #expect(document["schema"]?.string == "requite.diff/2")
    #expect(document["measures"]?.array == [])
    #expect(document["counts"] == ["added": 0, "changed": 0, "removed": 0, "unchanged": 11])
  }

  @Test func unchangedNumbersAreListedOnRequest() throws {
    let diff = SampleTables.diff(to: SampleTables.before)
    let listed = try document(diff, DiffSelection(dimensions: nil, showsUnchanged: true))
    #expect(listed["measures"]?.array?.count == 11)
  }

  @Test func aHiddenNumberHasAFlagAndNoValues() throws {
    let measures = try #require(try document(SampleTables.diff(minimum: 10))["measures"]?.array)
    let hidden = measures.filter { $0["flag"]?.string == "difference_discloses" }
    #expect(hidden.map { $0["level"]?.string } == ["chat"])
    #expect(hidden.allSatisfy { $0["a"] == .null && $0["b"] == .null && $0["change"] == .null })
    #expect(hidden.allSatisfy { $0["steps"] == [] })
  }

  @Test func theExactPartsAreThere() throws {
    let measures = try #require(try document(WorkedExample.diff())["measures"]?.array)
    let nps = try #require(measures.first { $0["metric"]?.string == "loyalty.nps" && $0["level"]?.string == "*" })
    let late = try #require(nps["steps"]?[0]?["causes"]?[0])
    #expect(late["cause"]?.string == "late")
    #expect(late["dn"]?.number == "-14.000000")
    #expect(late["dw"]?.number == "24.000000")
    #expect(late["rows"]?.integer == 24)
    #expect(late["show"]?.string == "-2.6")
    #expect(nps["change"]?["value"]?.number == "-3.741050")
    #expect(nps["better"]?.string == "higher")
  }

  private func document(
    _ diff: VersionDiff, _ selection: DiffSelection = DiffSelection(dimensions: nil)
  ) throws -> JSONValue {
    try JSONValue(parsing: DiffJSON(diff, selection).bytes)
  }
}
