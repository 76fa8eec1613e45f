import RequiteModel
import RequiteScoring
import Testing

@Suite struct EmployeeLinkTests {
  /// Units with so many employees and customers each; of unit *i*, *i* of either would recommend.
  private func measures(
    units: Int, employees: Int = 12, customers: Int = 12, minimum: Int64 = 5, _ more: [ResponseSpec] = []
  ) throws -> [Measure] {
    let responses = (0..<units).flatMap { unit in
      [("e", Instrument.enps, employees), ("c", .nps, customers)].flatMap { side, instrument, count in
        (0..<count).map { place in
          ResponseSpec(
            id: "\(side)\(unit)-\(place)", customer: "\(side)\(unit)-\(place)", instrument: instrument,
            score: place < unit ? 10 : 0, levels: ["u\(unit)"])
        }
      }
    }
    let settings = Night.settings { ($0.dimensions, $0.suppressionMinimum) = ([], minimum) }
    return try Night(responses: responses + more, settings: settings).measures()
      .filter { $0.key.metric.hasPrefix("employee.") }
  }

  @Test func unitsAlikeInBothGoTogether() throws {
    let measures = try measures(units: 8)
    #expect(measures.map(\.key.metric) == ["employee.pearson", "employee.spearman"])
    #expect(measures.allSatisfy { isClose($0.estimate, 1) && $0.n == 8 })
  }

  @Test func sevenUnitsTellNothing() throws {
    for measure in try measures(units: 7) {
      #expect(measure.estimate == nil && measure.n == 7 && measure.reason == .denominatorTooSmall)
    }
  }

  /// Nine employees are never enough; of customers the configured number is.
  @Test(arguments: [(9, 12, 0), (10, 12, 8), (12, 4, 0), (12, 5, 8)])
  func onlyUnitsThatMayBeShownCount(employees: Int, customers: Int, units: Int64) throws {
    #expect(try measures(units: 8, employees: employees, customers: customers).map(\.n) == [units, units])
  }

  @Test func withoutEmployeesThereIsNoLink() throws {
    #expect(try measures(units: 8, employees: 0).isEmpty)
  }

  @Test func whoNamesNoUnitTakesNoPart() throws {
    let nowhere = [ResponseSpec].crowd("x", 20) + [ResponseSpec].crowd("y", 20) { $0.instrument = .enps }
    #expect(try measures(units: 8, nowhere) == measures(units: 8))
  }

  @Test func unitsOfEqualScoresHaveNoCorrelation() throws {
    let even = (0..<8).flatMap { unit in
      [Instrument.enps, .nps].flatMap { instrument in
        [ResponseSpec].crowd("\(instrument)\(unit)-", 12) { ($0.instrument, $0.levels) = (instrument, ["u\(unit)"]) }
      }
    }
    for measure in try measures(units: 0, even) {
      #expect(measure.estimate == nil && measure.reason == .zeroVariance)
    }
  }
}
