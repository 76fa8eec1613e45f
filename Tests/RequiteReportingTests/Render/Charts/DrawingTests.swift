import RequiteModel
import RequiteReporting
import Testing

@Suite struct DrawingTests {
  @Test(arguments: SampleReport.Kind.allCases)
  func noTextStandsOnAnotherOrLeavesItsDrawing(kind: SampleReport.Kind) {
    for figure in ReportHTML.figures(of: kind.report) {
      for (canvas, drawing) in figure.drawings {
        #expect(DrawingFaults.of(drawing) == [], "\(figure.title), \(canvas.name)")
      }
    }
  }

  @Test(arguments: SampleReport.Kind.allCases)
  func everyChartSaysWhatItShows(kind: SampleReport.Kind) {
    for figure in ReportHTML.figures(of: kind.report) {
      #expect(!figure.title.isEmpty && !figure.finding.isEmpty)
      #expect(figure.drawings.map(\.canvas.name) == ["wide", "narrow"])
      #expect(figure.drawings.allSatisfy { $0.drawing.height > 0 && !$0.drawing.texts.isEmpty })
    }
  }

  @Test func aReportOfSeveralVendorsHasAllCharts() {
    #expect(
      ReportHTML.figures(of: SampleReport.Kind.three.report).prefix(7).map(\.title) == [
        "Detractors, passives and promoters", "Loyalty (NPS) by period", "Loyalty returned by period",
        "Still waiting for a first answer", "Loyalty returned", "Loyalty given and returned",
        "Segments to whom least is returned",
      ])
  }

  /// The wide drawing is shown from 624 pixels on, the narrow one on phones of 320 and more.
  @Test func textNeverShrinksBelowElevenPixels() {
    #expect(PlacedText.size * 624 / Canvas.wide.width >= 11)
    #expect(PlacedText.size * (320 - 32) / Canvas.narrow.width >= 10.8)
  }

  @Test func aFaultyDrawingIsFound() {
    let report = SampleReport.Kind.three.report
    let drawing = ReportHTML.figures(of: report)[0].drawings[0].drawing
    var cramped = drawing
    cramped.height = 20
    #expect(DrawingFaults.of(drawing) == [])
    #expect(!DrawingFaults.of(cramped).isEmpty)
  }
}
