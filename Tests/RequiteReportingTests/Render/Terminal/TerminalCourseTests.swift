import RequiteReporting
import Testing

@Suite struct TerminalCourseTests {
  @Test(
    arguments: [
      ([1.0, 2, 3, 4], "▁▃▆█"), ([5, 5, 5], "▅▅▅"), ([0, nil, 100, 50], "▁·█▅"), ([1, 2], nil), ([nil, nil, nil], nil),
    ] as [([Double?], String?)])
  func aCourseIsDrawnInBlocks(values: [Double?], drawing: String?) {
    #expect(TerminalCourse.drawing(values) == drawing)
  }

  @Test func aCardShowsTheCourseOfItsVendor() {
    var history = VersionHistory()
    for id in ["v1", "v2", "v3"] { history.update(id, from: SampleReport.single.measures) }
    let text = TerminalSummary.text(
      of: SampleReport.single, path: "index.html", outcome: .new, color: false,
      courses: TerminalCourses(history, versions: ["v1", "v2", "v3"]))
    #expect(text.contains("    3 versions         NPS ▅▅▅   returned ▅▅▅\n"))
    #expect(text.split(separator: "\n").allSatisfy { TerminalText.width(String($0)) <= 80 })
  }
}
