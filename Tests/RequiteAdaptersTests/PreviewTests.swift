import RequiteAdapters
import RequiteIngest
import Testing

@Suite struct PreviewTests {
  @Test func aPreviewShowsRowsReasonsAndColumnsWithoutUse() throws {
    let show = try SampleDump(name: "limesurvey-csv").show()
    #expect(
      try Preview(show, rows: 10, width: 200).text() == """
        limesurvey.csv through limesurvey-csv: surveys, the first 3 rows

        line                               response_id  vendor_id  customer_id  instrument  scale  score  responded_at          status
        2     accepted                     6            nordlicht  tk1001       nps         0-10   9      2026-03-02T08:15:31Z  complete
        4     accepted                     7            nordlicht  tk1002       nps         0-10                                partial
        5     quarantined: adapter.reject

        adapter.reject, line 5: the adapter says that such a row cannot be right

        Not used: lastpage, startlanguage, seed, startdate, datestamp, WHY, CH[SQ001]

        """)
  }

  @Test func aLineIsExplainedWithItsRule() throws {
    let show = try SampleDump(name: "limesurvey-csv").show()
    #expect(
      try Explanation(show, line: 5).text() == """
        Line 5, bytes 339 to 466

        Quarantined by adapter.reject: the adapter says that such a row cannot be right.

        """)
    #expect(try Explanation(show, line: 1).text().hasPrefix("Line 1 is no part of a row"))
  }

  @Test func aRowOfWhichAGreaterRevisionStandsIsADuplicate() throws {
    let show = try SampleDump(name: "zendesk-csat").show()
    let first = try Explanation(show, line: 1).text()
    #expect(first.contains("Duplicate: line 2 has the same id, and a greater revision stands."))
    let second = try Explanation(show, line: 2).text()
    #expect(second.contains("Accepted: of the rows with this id (also line 1) it has the greatest revision."))
    #expect(try Explanation(show, line: 3).text().contains("Accepted."))
  }
}
