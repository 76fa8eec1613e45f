import RequiteModel

extension ChangeSums {
  /// Tells of how long threads waited.
  func addWaits(to changes: inout CausedChanges) {
    for part in waits.parts(channelDimension: channelDimension).sorted(by: { $0.cause < $1.cause }) {
      let name = ChangeSums.waitKey(of: part.cell, words: path.words)
      changes.waits[name, default: .init()].changes.append(.init(causes[part.cause], bins: part.bins))
    }
  }

  /// The key under which the waits of a cell are known.
  static func waitKey(of cell: Cell, words: Plan) -> MeasureKey {
    CellName(cell, plan: words).metric("first_answer.median_seconds")
  }
}
