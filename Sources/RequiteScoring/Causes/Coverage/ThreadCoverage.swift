import RequiteModel

/// Looks at all threads of the customers who were touched, whether or not anything became of them.
///
///     var threads = ThreadCoverage(path: path)
///     threads.add(events, marks: marks, threads: places, into: &sums)   // bucket after bucket
///     threads.finish(into: &sums)
public struct ThreadCoverage {
  private var judge: ThreadJudge

  /// Prepares to judge at every point.
  public init(path: ChangePath) {
    judge = ThreadJudge(path: path)
  }

  /// Adds what some threads tell.
  ///
  /// - Parameters:
  ///   - events: the events of a bucket.
  ///   - marks: a mark for each.
  ///   - threads: the events that stand on either side of each thread that is to be looked at, all of them.
  ///   - sums: what everything is added to, and who was touched.
  public mutating func add(
    _ events: [Interaction], marks: [FactMark], threads: GroupedPlaces, into sums: inout ChangeSums
  ) {
    threads.forEachGroup(of: events, with: marks) {
      sums.coverage.add(MarkedRows(rows: $0, marks: $1), judgedBy: &judge)
    }
  }

  /// Adds what became of the customers, after the last bucket.
  public func finish(into sums: inout ChangeSums) {
    let book = sums.coverage
    book.add(to: &sums)
  }
}
