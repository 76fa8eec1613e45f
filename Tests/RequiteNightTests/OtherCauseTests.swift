import Foundation
import RequiteTestSupport
import Testing

/// The causes of numbers that no thread and no recommendation decides, by two nights of `make nightly`: earned growth, and
/// what a vendor says of itself.
@Suite struct OtherCauseTests {
  /// Rows of thirty customers: an amount for 2024 and for 2025, and an answer to a question of which the vendor's twenty
  /// people are asked the same.
  private struct Dumps {
    var revenue = (0..<30).flatMap { customer in
      [2024, 2025].map { ["\(customer)", "\($0)", "\(1000 + 10 * customer)", ""] }
    }
    var answers = (0..<30).map { ["a\($0)", "c\($0)", "csat", "\(1 + $0 % 5)", "2026-03-01T10:00:00Z", "delivery"] }
    var ownAnswers = (0..<20).map {
      ["o\($0)", "staff\($0)", "self", "\($0 < 16 ? 5 : 3)", "2026-03-01T10:00:00Z", "delivery"]
    }

    func write(to folder: TemporaryFolder) {
      let years = revenue.map { "acme,c\($0[0]),\($0[1]),\($0[2]),\($0[3])\n" }.joined()
      folder.write("vendor_id,customer_id,period,amount_minor,acquired_by\n" + years, to: "dumps/revenue-1.csv")
      let header = "response_id,customer_id,instrument,score,responded_at,survey_id,vendor_id,scale\n"
      for (name, rows) in [("customers", answers), ("staff", ownAnswers)] {
        let lines = rows.map { $0.joined(separator: ",") + ",acme,1-5\n" }.joined()
        folder.write(header + lines, to: "dumps/surveys-\(name).csv")
      }
    }
  }

  /// What the diff says of a second night whose dumps are others.
  private func diff(_ edit: (inout Dumps) -> Void) throws -> (diff: DiffDocument, night: Night) {
    let night = Night()
    var dumps = Dumps()
    for isSecond in [false, true] {
      if isSecond { edit(&dumps) }
      try FileManager.default.createDirectory(
        atPath: "\(night.folder.path)/dumps", withIntermediateDirectories: true)
      dumps.write(to: night.folder)
      night.folder.write(CauseStory.configuration(), to: "night.yaml")
      let result = try night.run("\(night.folder.path)/dumps", config: "\(night.folder.path)/night.yaml")
      #expect(result.code == 0, "\(result.errors)")
    }
    return (try night.diff(), night)
  }

  private func number(_ diff: DiffDocument, _ metric: String, period: String = "window") throws -> DiffDocument.Number {
    let number = diff.numbers.first { $0.text("metric") == metric && $0.text("period") == period }
    return try #require(number)
  }

  private func check(_ number: DiffDocument.Number, _ causes: [String], rows: [Int64]) {
    let parts = number.steps.flatMap(\.parts)
    #expect(parts.flatMap(\.causes) == causes, "\(number.name)")
    #expect(parts.map(\.rows) == rows, "\(number.name)")
    #expect(number.displayedSumsHold, "\(number.name)")
    #expect(number.wrongShares(scale: 1) == [], "\(number.name)")
  }

  @Test func growthMovesByWhatBecomesKnown() throws {
    let (diff, night) = try diff { dumps in
      for place in 0..<12 { dumps.revenue[2 * place + 1][2] = "500" }
      dumps.revenue += (30..<42).map { ["\($0)", "2025", "700", "earned"] }
      dumps.revenue += (42..<53).map { ["\($0)", "2025", "90", ""] }
    }
    check(try number(diff, "growth.net_revenue_retention", period: "2025"), ["corrected"], rows: [12])
    check(try number(diff, "growth.earned_new_share", period: "2025"), ["late"], rows: [12])
    check(try number(diff, "growth.earned_growth", period: "2025"), ["corrected", "late"], rows: [12, 12])
    let text = try Command.run(
      "requite-diff --out Warehouse --metric growth.earned_growth", in: night.folder.path)
    #expect(text.code == 0)
    #expect(text.output.contains("corrected"), "\(text.output)")
    #expect(!text.output.contains("not split"), "\(text.output)")
  }

  @Test func aGapMovesByBothSides() throws {
    let (diff, _) = try diff { dumps in
      for place in 0..<10 { dumps.ownAnswers[place][3] = "2" }
      dumps.answers += (30..<45).map { ["a\($0)", "c\($0)", "csat", "5", "2026-03-02T10:00:00Z", "delivery"] }
      // A wording of which the vendor says nothing.
      dumps.answers += (50..<70).map { ["a\($0)", "c\($0)", "csat", "1", "2026-03-02T10:00:00Z", "returns"] }
    }
    check(try number(diff, "perception.vendor_good"), ["corrected"], rows: [10])
    check(try number(diff, "perception.customer_good"), ["late"], rows: [15])
    check(try number(diff, "perception.gap"), ["corrected", "late"], rows: [10, 15])
  }
}
