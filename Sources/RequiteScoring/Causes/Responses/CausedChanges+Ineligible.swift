import RequiteModel

extension CausedChanges {
  /// Takes over how many invitations could not be answered in the earlier version.
  ///
  /// - Parameters:
  ///   - tables: the sums of that version, of which only its invitations are looked at.
  ///   - plan: the plan of that version, whose codes the cells are in.
  public mutating func setIneligible(before tables: StateTables, plan: Plan) {
    for (words, values) in tables[.dispositions].sorted() {
      let cell = Cell(words: words[...])
      guard cell.period == 0 else { continue }
      let count = values[Disposition.ineligible.place]
      if count > 0 {
        ineligibleBefore[CellName(cell, plan: plan).metric(CausedChanges.ineligible)] = count * Int128(MetricValues.one)
      }
    }
  }
}
