import RequiteModel
import RequiteStatistics

/// How the levels of a dimension changed from one trend period to the next: each level's own change with its test, and
/// its part in the change of the whole: METHODS B5.
///
/// Tests are made where both periods may be shown, and judged together: the q-values are those of Benjamini and Hochberg
/// over all segment tests of the report.
struct SegmentChangeFinish: CubePart {
  private let loyalty: LoyaltyTables
  private let suppressed: SuppressedCells
  private let plan: Plan
  private var tests: [Cell: NetDifference] = [:]
  private var qValues: [Cell: Double] = [:]
  private var parts: [Cell: MixAndRate.Part] = [:]

  init(cells: [Cell], loyalty: LoyaltyTables, suppressed: SuppressedCells, plan: Plan) {
    self.loyalty = loyalty
    self.suppressed = suppressed
    self.plan = plan
    let segments = cells.filter { $0.dimension > 0 && $0.period > 0 }
    test(segments)
    split(segments)
  }

  /// Cells come in the order of publication, which settles ties among equal p-values.
  private mutating func test(_ segments: [Cell]) {
    var tested: [(cell: Cell, p: Double)] = []
    for cell in segments where cell.period > 1 {
      let before = cell.during(cell.period - 1)
      guard !suppressed.contains(.respondents(.nps), cell), !suppressed.contains(.respondents(.nps), before) else {
        continue
      }
      let test = NetDifference(from: loyalty.netPromoter(in: before), to: loyalty.netPromoter(in: cell))
      guard let p = test.pValue else { continue }
      tests[cell] = test
      tested.append((cell, p))
    }
    for (test, q) in zip(tested, FalseDiscovery.adjusted(tested.map(\.p))) { qValues[test.cell] = q }
  }

  /// A level that is absent in one of the periods still has its part.
  private mutating func split(_ segments: [Cell]) {
    var levels: [Cell: Set<Cell>] = [:]
    for cell in segments where sums(cell) != nil {
      for period in [cell.period, cell.period + 1] where period > 1 && Int(period) <= plan.periods.count {
        let line = Cell(vendor: cell.vendor, dimension: cell.dimension, period: period)
        levels[line, default: []].insert(cell.during(period))
      }
    }
    for cells in levels.values {
      let ordered = cells.sorted { $0.words.lexicographicallyPrecedes($1.words) }
      let pairs = ordered.map { SegmentPair(from: sums($0.during($0.period - 1)), to: sums($0)) }
      guard let split = MixAndRate.split(pairs) else { continue }
      for (cell, part) in zip(ordered, split.segments) { parts[cell] = part }
    }
  }

  private func sums(_ cell: Cell) -> (y: Int128, w: Int128)? {
    guard let key = loyalty.key(of: .nps, in: cell) else { return nil }
    let sums = loyalty.sums(of: key)
    return sums.weight > 0 ? (y: sums.value, w: sums.weight) : nil
  }

  func rows(of cell: Cell) -> [CubeRow] {
    let name = CellName(cell, plan: plan)
    let basis = [cell, cell.during(cell.period == 0 ? 0 : cell.period - 1)]
      .map { CubeRow.Basis.cell(.respondents(.nps), $0) }
    return (testMeasures(cell, name) + partMeasures(cell, name)).map { CubeRow($0, basis: basis) }
  }

  private func testMeasures(_ cell: Cell, _ name: CellName) -> [Measure] {
    guard let test = tests[cell] else { return [] }
    let interval = test.interval?.scaled(by: 100)
    let n = loyalty.netPromoter(in: cell).n
    return [
      Measure(
        key: name.metric("loyalty.segment_change"), estimate: test.difference.map { $0 * 100 },
        standardError: test.standardError.map { $0 * 100 }, low: interval?.low, high: interval?.high, n: n,
        reason: Reason(test.reason)),
      Measure(key: name.metric("loyalty.segment_change_p"), estimate: test.pValue, n: n),
      Measure(key: name.metric("loyalty.segment_change_q"), estimate: qValues[cell], n: n),
    ]
  }

  private func partMeasures(_ cell: Cell, _ name: CellName) -> [Measure] {
    guard let part = parts[cell] else { return [] }
    let n = loyalty.netPromoter(in: cell).n
    return [
      Measure(key: name.metric("loyalty.mix_effect"), estimate: part.mix * 100, n: n),
      Measure(key: name.metric("loyalty.rate_effect"), estimate: part.rate * 100, n: n),
    ]
  }
}
