import RequiteModel

/// All measures of a merged state, sorted by vendor, dimension, level, period and metric: the rows of `measures.csv`.
///
/// Cells are the vendor as a whole and each level of each dimension over the window, and the vendor as a whole in each
/// trend period. The core metrics of a vendor's whole window (`loyalty.nps`, the index, pillars, components and
/// `first_answer.median_seconds`) are always there, null with `no_data` where there is nothing to count; everything
/// else without data is left out. Cells of too few people show nothing (METHODS B8).
///
/// This is the only place where floating point appears: once, over sorted keys (METHODS B0.3).
///
/// - Throws: `FinishFailure` when the settings contradict the data or themselves.
public func measures(of tables: StateTables, plan: Plan) throws(FinishFailure) -> [Measure] {
  let loyalty = LoyaltyTables(tables: tables)
  let rows =
    try LoyaltyFinish(tables: loyalty, plan: plan).rows()
    + ReciprocityFinish(tables: tables, plan: plan).rows()
    + FirstAnswerFinish(tables: tables, plan: plan).rows()
    + DiagnosticsFinish(tables: tables, loyalty: loyalty, plan: plan).rows()
  return Suppression(minimum: plan.settings.suppressionMinimum).published(rows).sorted { $0.key < $1.key }
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
