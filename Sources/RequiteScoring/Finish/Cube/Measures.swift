import RequiteModel

/// All measures of a merged state, sorted by vendor, dimension, level, period and metric: the rows of `measures.csv`.
///
/// Cells are the vendor as a whole and each level of each dimension, over the window and in each trend period. The core
/// metrics of a vendor's whole window (`loyalty.nps`, the index, pillars, components and `first_answer.median_seconds`)
/// are always there, null with `no_data` where there is nothing to count; everything else without data is left out. Cells
/// that may not be shown keep their keys and lose everything else (METHODS B8); of a level's trend only the leading
/// numbers are listed then.
///
/// This is the only place where floating point appears: once, over sorted keys (METHODS B0.3).
///
/// - Throws: `FinishFailure` when the settings contradict the data or themselves, or name an unknown method.
public func measures(of tables: StateTables, plan: Plan) throws(FinishFailure) -> [Measure] {
  guard plan.settings.method.isKnown else { throw .unknownMethod(plan.settings.method.version) }
  let loyalty = LoyaltyTables(tables: tables)
  let suppressed = SuppressedCells(
    people: CellPeople(tables: tables, loyalty: loyalty), minimum: plan.settings.suppressionMinimum)
  let cells = CubeCells(tables: tables, plan: plan).all
  let parts = try cubeParts(tables, loyalty, cells, suppressed, plan)
  var measures: [Measure] = []
  for cell in cells {
    var rows: [CubeRow] = []
    for part in parts { rows += try part.rows(of: cell) }
    measures += rows.compactMap { suppressed.published($0, in: cell) }
      .sorted { $0.key.metric.utf8.lexicographicallyPrecedes($1.key.metric.utf8) }
  }
  let growth = GrowthFinish(tables: tables, plan: plan).rows()
  return merged(measures, growth.compactMap { suppressed.published($0, in: Cell(vendor: 0)) })
}

/// Two lists of measures, each sorted by key, as one.
private func merged(_ cells: [Measure], _ years: [Measure]) -> [Measure] {
  guard !years.isEmpty else { return cells }
  var result: [Measure] = []
  result.reserveCapacity(cells.count + years.count)
  var rest = years[...]
  for measure in cells {
    while let year = rest.first, year.key < measure.key { result.append(rest.removeFirst()) }
    result.append(measure)
  }
  return result + rest
}

/// The parts of the cube, each with its numbers worked out as far as they depend on more than one cell.
private func cubeParts(
  _ tables: StateTables, _ loyalty: LoyaltyTables, _ cells: [Cell], _ suppressed: SuppressedCells, _ plan: Plan
) throws(FinishFailure) -> [any CubePart] {
  let reciprocity = try ReciprocityTables(tables: tables, plan: plan)
  return [
    LoyaltyFinish(tables: loyalty, plan: plan),
    RakingFinish(tables: tables, loyalty: loyalty, plan: plan),
    ResponseRateFinish(loyalty: loyalty, dispositions: tables[.dispositions], plan: plan),
    ShrinkageFinish(cells: cells, loyalty: loyalty, suppressed: suppressed, plan: plan),
    ReciprocityFinish(tables: reciprocity, plan: plan),
    RankFinish(reciprocity: reciprocity, suppressed: suppressed, plan: plan),
    FirstAnswerFinish(curves: tables.curves, plan: plan),
    BalanceFinish(tables: tables, loyalty: loyalty, plan: plan),
    ScoreChangeFinish(tables: tables, loyalty: loyalty, plan: plan),
    SegmentChangeFinish(cells: cells, loyalty: loyalty, suppressed: suppressed, plan: plan),
    IndexChangeFinish(reciprocity: reciprocity, plan: plan),
    TrendFinish(of: loyalty, suppressed: suppressed, plan: plan),
    TrendFinish(of: reciprocity, suppressed: suppressed, plan: plan),
    PerceptionFinish(tables: tables, plan: plan),
    EmployeeLinkFinish(tables: tables, loyalty: loyalty, plan: plan),
    ChannelMixFinish(tables: tables, plan: plan),
    DiagnosticsFinish(tables: tables, loyalty: loyalty, reciprocity: reciprocity, plan: plan),
  ]
}

extension SuppressedCells {
  /// The metrics that say of a hidden cell that it is hidden, where listing all would only make the table long.
  private static let leading: Set<String> = [
    LoyaltyMetric.nps, LoyaltyMetric.csatTop2, LoyaltyMetric.cesMean, LoyaltyMetric.enps, LoyaltyMetric.votesNet,
    "reciprocity.index",
  ]

  /// The measure of a row as it may be shown.
  fileprivate func published(_ row: CubeRow, in cell: Cell) -> Measure? {
    guard contains(row) else { return row.measure }
    let isListed = cell.dimension == 0 || cell.period == 0 || SuppressedCells.leading.contains(row.measure.key.metric)
    return isListed ? Measure(key: row.measure.key, estimate: nil, n: 0, reason: .smallCell) : nil
  }
}

/// The digest of the facts behind a merged state.
///
/// The same facts give the same digest in whatever order, parts and processes they were scored, under whatever key
/// people were made pseudonyms, and whatever else the night's plan contained.
public func factsDigest(of tables: StateTables) -> Hash128 {
  var accounts = HashSum()
  for (_, sums) in tables[.accountDigests].sorted() { accounts.add(Hash128(words: HashSum.words(of: sums))) }
  return Hash128(words: HashSum.words(of: tables[.customerDigests][[0]]) + accounts.words)
}
