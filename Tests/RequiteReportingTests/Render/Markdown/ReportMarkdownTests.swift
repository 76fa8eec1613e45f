import RequiteModel
import RequiteReporting
import Testing

@Suite struct ReportMarkdownTests {
  @Test func theWholeReportReadsLikeThis() {
    #expect(
      text(SampleReport.single) == """
        # Customers of acme give 28.8 (NPS); acme returns 61.5 of 100. Weakest: signed by name, 23 of 80 cases

        90 days to 2026-03-31, method 2026.1, version 2026-03-31.1-4f1c9a2b.

        **Every row is accounted for.**

        ## Vendors

        | Vendor | Loyalty (NPS) | 95 %         | Returned | 95 %         | Responses |
        |--------|--------------:|--------------|---------:|--------------|----------:|
        | acme   |          28.8 | 20.2 to 37.2 |     61.5 | 55.1 to 67.9 |        80 |

        ## acme

        ### Loyalty given

        | Measure       | Value | 95 %         |    Cases |  n | Remark |
        |---------------|------:|--------------|---------:|---:|--------|
        | Loyalty (NPS) |  28.8 | 20.2 to 37.2 | 23 of 80 | 80 |        |

        ### Loyalty returned

        | Measure                  |  Value | 95 %           |    Cases |  n | Remark                        |
        |--------------------------|-------:|----------------|---------:|---:|-------------------------------|
        | Loyalty returned (index) |   61.5 | 55.1 to 67.9   |          | 64 |                               |
        | Signed by name           | 28.7 % | 20.0 to 37.5 % | 23 of 80 | 64 |                               |
        | Promises kept            |      — |                |   3 of 4 |  4 | Not shown: 4 cases, 10 needed |

        ## Dumps

        | Dump                      |  Read | Accepted | Duplicates | Filtered | Quarantined | Remark |
        |---------------------------|------:|---------:|-----------:|---------:|------------:|--------|
        | surveys-2026-03-31.csv.gz | 2,405 |    2,380 |         12 |        4 |           9 |        |

        | Filtered or set aside, by rule | Rows |
        |--------------------------------|-----:|
        | score.out-of-range             |    6 |
        | time.future                    |    3 |

        ## Provenance

        - Responses: 2026-01-01 to 2026-03-31
        - Threads: 2025-12-18 to 2026-03-17, each watched for 14 d
        - As of: 2026-04-01T00:00:00Z
        - Numbers of fewer than 10 customers are not shown.
        - Intervals are 95 % and cover sampling only.
        - Every number: `measures.csv` beside this file.

        """)
  }

  @Test func anEmptyReportSaysSo() {
    let report = Report(version: "v", settings: SampleReport.settings, measures: [], dumps: [])
    #expect(
      text(report).hasPrefix(
        """
        # No data in this period

        90 days to 2026-03-31, method 2026.1, version v.

        **No dumps.**

        ## Vendors

        No vendor has data in this period.

        ## Dumps

        None.

        """))
  }

  @Test func cutsAndTrendHaveTables() {
    let lines = text(SampleReport.three).split(separator: "\n")
    #expect(lines.count { $0 == "### By channel" } == 2)
    #expect(lines.count { $0 == "### By period" } == 2)
    #expect(lines.count { $0.hasPrefix("| phone ") && $0.contains("Not shown: fewer than 10 customers") } == 2)
  }

  @Test func aPartialIndexIsMarkedAndExplained() {
    let lines = text(SampleReport.flagged).split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("| acme ") && $0.contains(" 75.0 partial |") })
    #expect(lines.contains { $0.hasPrefix("| Loyalty returned (index) ") && $0.contains("Partial: without Listening") })
  }

  @Test func whatNeedsCareIsListed() {
    #expect(text(SampleReport.flagged).contains("\n## To be read with care\n\n- The index is partial,"))
    #expect(!text(SampleReport.three).contains("To be read with care"))
  }

  @Test func aTrendTellsChangesAndSignals() {
    let lines = text(SampleReport.flagged).split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("| Period ") && $0.contains("| Change (95 %)") && $0.contains("| Signal") })
    #expect(
      lines.contains {
        $0.hasPrefix("| 2026-02 ") && $0.contains("| +4.1 (-2.0 to 10.2) | signal: loyalty up, returned down |")
      })
    #expect(lines.contains { $0.hasPrefix("| 2026-03 ") && $0.contains("| 0.0  ") && !$0.contains("signal") })
    #expect(!text(SampleReport.three).contains("| Signal"))
  }

  @Test func aTrendWithoutABaseSaysWhyThereAreNoSignals() {
    let signal = Measure(
      key: MeasureKey(vendor: "northwind-air", period: "2026-03", metric: "loyalty.trend_signal"), estimate: nil, n: 0,
      reason: .denominatorTooSmall)
    let report = Report(
      version: "v", settings: SampleReport.settings, measures: SampleReport.three.measures + [signal], dumps: [])
    #expect(text(report).contains("\nSignals: not shown: needs eight periods as a base.\n"))
  }

  @Test func growthHasATableOfYears() {
    let lines = text(SampleReport.flagged).split(separator: "\n").map(String.init)
    let start = lines.firstIndex(of: "### Growth of revenue")
    #expect(start.map { lines[$0 + 1].hasPrefix("| Year | Measure ") } == true)
    #expect(lines.contains { $0.hasPrefix("| 2024 | Revenue kept of last year's customers") && $0.contains("104.5 %") })
    #expect(lines.contains { $0.hasPrefix("| 2025 | Earned growth") && $0.contains("fewer than 10 customers") })
    #expect(!lines.contains { $0.hasPrefix("| 2024 ") && $0.contains("responses") })
  }

  @Test func ofManyLevelsFiftyAreListedAndTheRestCounted() {
    let text = text(SampleReport.flagged)
    #expect(text.split(separator: "\n").count { $0.hasPrefix("| region-") } == 50)
    #expect(text.contains("\nThe 50 levels with most responses; 10 more in measures.csv.\n"))
  }

  @Test(arguments: SampleReport.Kind.allCases)
  func everyRowOfATableHasAsManyCellsAsItsHeading(kind: SampleReport.Kind) {
    var cells: Int?
    for line in text(kind.report).split(separator: "\n", omittingEmptySubsequences: false) {
      let bars = line.replacing("\\|", with: "").count { $0 == "|" }
      if line.hasPrefix("|"), let cells { #expect(bars == cells) }
      cells = line.hasPrefix("|") ? bars : nil
    }
  }

  @Test func aRefusedDumpMarksTheReportIncomplete() {
    let text = text(SampleReport.hostile)
    #expect(text.contains("**Incomplete: 1 dump was refused.**"))
    #expect(text.contains("Refused: member 1 is damaged at byte 20131"))
  }

  private func text(_ report: Report) -> String {
    String(decoding: ReportMarkdown.render(report), as: UTF8.self)
  }
}
