import RequiteModel

extension CausedChanges {
  /// Takes the waits of the earlier version over, of its curves over the window.
  ///
  /// - Parameters:
  ///   - curves: the curves by cell.
  ///   - plan: the plan of that version, whose codes the cells are in.
  public mutating func setWaits(before curves: [Cell: Histogram], plan: Plan) {
    for (cell, histogram) in curves where cell.period == 0 {
      let name = ChangeSums.waitKey(of: cell, words: plan)
      let bins = histogram.bins.map { bin in
        WaitBins.Bin(
          seconds: Int64(bin.seconds), WaitCounts(answered: Int64(bin.answered), censored: Int64(bin.censored)))
      }
      waits[name, default: .init()].before = WaitBins(ascending: bins)
    }
  }
}
