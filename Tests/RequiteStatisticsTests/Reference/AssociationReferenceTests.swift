import RequiteStatistics
import Testing

/// The link of employees' and customers' scores, METHODS B14, against both references.
@Suite struct AssociationReferenceTests {
  /// The leaves asserted here.
  static let covers = [
    "employee_link/units", "employee_link/pearson", "employee_link/ci", "employee_link/spearman",
  ]

  @Test(arguments: Reference.allCases)
  func theLinkAgrees(reference: Reference) throws {
    let pairs = try Fixture.rows("units.csv").map { row in
      (try #require(score(row, of: "e").estimate), try #require(score(row, of: "c").estimate))
    }
    let expected = try reference.node("employee_link")
    let pearson = Correlation.pearson(pairs)
    #expect(Double(pearson.n) == (try expected["units"].double))
    #expect(isClose(pearson.coefficient, to: try expected["pearson"].double))
    #expect(try isClose(pearson.interval, to: expected["ci"]))
    #expect(isClose(Correlation.spearman(pairs).coefficient, to: try expected["spearman"].double))
  }

  private func score(_ row: [String: String], of side: String) -> NetPromoter {
    NetPromoter(
      promoters: Int64(row["\(side)_pro"]!)!, passives: Int64(row["\(side)_pas"]!)!,
      detractors: Int64(row["\(side)_det"]!)!)
  }
}
