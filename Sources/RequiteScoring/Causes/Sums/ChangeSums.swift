import RequiteModel

/// Everything that changed, as it grows row by row.
public struct ChangeSums {
  private struct RowSums {
    var rows: Int64 = 0
    var numerator: Int128 = 0
    var denominator: Int128 = 0
  }

  /// The causes that there can be, in the order in which they are applied.
  let causes: [Cause]
  /// The way between the versions.
  let path: ChangePath
  private var groups: CellGroups
  private var counts = GroupedSums(keyWidth: 3, of: RowSums())
  private var customer = GroupedSums(keyWidth: 3, of: RowSums())
  private var churn = GroupedSums(keyWidth: 3, of: ChurnSums())
  /// The waits that came and went.
  var waits = WaitSums()
  /// The messages on each channel that came and went.
  var mixes = MessageMixChanges()
  /// The answers to each wording that came and went.
  var wordings = WordingChanges()
  /// The dimension of channels, `nil` where nothing is cut by channel.
  let channelDimension: UInt16?
  /// The rows of the numbers that were asked for.
  private var watch: RowWatch

  /// The customers of whom something else is known, and what.
  public internal(set) var coverage: CoverageBook

  /// Nothing has changed yet.
  ///
  /// - Parameters:
  ///   - path: the way between the versions.
  ///   - watched: the numbers whose rows are to be kept one by one.
  ///   - standings: what the crosswalks of both versions say of customers; `nil` unless both have one.
  public init(path: ChangePath, watching watched: Set<MeasureKey> = [], standings: LinkStandings? = nil) {
    self.path = path
    coverage = CoverageBook(path: path, standings: standings)
    causes = path.causes
    let cells = CellPlan(plan: path.words)
    groups = CellGroups(plan: cells, attributes: path.words.attributes.count)
    channelDimension = cells.channelDimension
    watch = RowWatch(watched, words: path.words)
  }

  /// How many channels there are.
  var channelCount: Int { path.words.channels.count }

  /// Whether anybody asked for rows one by one.
  var isWatching: Bool { !watch.isEmpty }

  /// The number of the cells of a vendor, a channel and levels.
  mutating func group(vendor: UInt32, channel: UInt32, levels: FactLevels) -> Int {
    groups.number(of: CellGroup(vendor: vendor, channel: channel, levels: levels, period: 0))
  }
}

extension ChangeSums {
  /// Adds what became of one row in one step.
  mutating func add(_ old: Contribution, _ new: Contribution, _ origin: ChangeOrigin) {
    if old == new { return }
    for place in 0..<new.values.count {
      let value = new.values[place]
      add(old.group, old.values.value(of: value.metric), new.group, value, origin)
    }
    for place in 0..<old.values.count where !new.values.counts(in: old.values[place].metric) {
      let value = old.values[place]
      add(old.group, value, -1, MetricValues.Value(metric: value.metric), origin)
    }
  }

  /// Adds what became of one row in one metric; cells of both groups come in the same order of dimensions.
  private mutating func add(
    _ oldGroup: Int32, _ old: MetricValues.Value, _ newGroup: Int32, _ new: MetricValues.Value, _ origin: ChangeOrigin
  ) {
    let counted = old.numerator != 0 || old.denominator != 0
    let oldCells = oldGroup < 0 || !counted ? [] : groups.cells(Int(oldGroup))
    let newCells = newGroup < 0 ? [] : groups.cells(Int(newGroup))
    // The vendor as a whole comes first among the cells of a group.
    let most = new.metric.isOfWholeVendors ? 1 : Int.max
    for place in 0..<min(most, max(oldCells.count, newCells.count)) {
      if place < oldCells.count, place < newCells.count, oldCells[place] == newCells[place] {
        add(to: newCells[place], old, new, origin)
      } else {
        let nothing = MetricValues.Value(metric: new.metric)
        if place < oldCells.count { add(to: oldCells[place], old, nothing, origin) }
        if place < newCells.count { add(to: newCells[place], nothing, new, origin) }
      }
    }
  }

  private mutating func add(
    to cell: Cell, _ old: MetricValues.Value, _ new: MetricValues.Value, _ origin: ChangeOrigin
  ) {
    let (numerator, denominator) = (new.numerator - old.numerator, new.denominator - old.denominator)
    guard numerator != 0 || denominator != 0 else { return }
    let cellKey = cell.key
    let key: InlineArray<3, UInt64> = [cellKey[0], cellKey[1], UInt64(new.metric.code) << 32 | UInt64(origin.cause)]
    counts.withSum(of: key.span) { sums in
      if origin.isOfRows { sums.rows += 1 }
      sums.numerator += Int128(numerator)
      sums.denominator += Int128(denominator)
    }
    note(old, new, in: cell, origin)
  }

  /// Notes what a row did apart from what its cause did: for the noise of movements, and for those who watch the number.
  mutating func note(
    _ old: MetricValues.Value, _ new: MetricValues.Value, in cell: Cell, _ origin: ChangeOrigin
  ) {
    if origin.isMovement {
      addMovement(of: new.metric, in: cell, new.numerator - old.numerator, new.denominator - old.denominator)
    }
    if isWatching {
      watch.append(old, new, in: cell, cause: causes[origin.cause], customer: origin.customer)
    }
  }

  private mutating func addMovement(of metric: CausedMetric, in cell: Cell, _ numerator: Int64, _ denominator: Int64) {
    let cellKey = cell.key
    let key: InlineArray<3, UInt64> = [cellKey[0], cellKey[1], UInt64(metric.code)]
    customer.withSum(of: key.span) { sums in
      sums.numerator += Int128(numerator)
      sums.denominator += Int128(denominator)
    }
  }

  /// Adds what a thread moved in a group of cells, for the noise alone; it was counted before.
  mutating func addMovement(of values: MetricValues, group: Int32) {
    for cell in groups.cells(Int(group)) {
      for place in 0..<values.count where cell.isHeadline || !values[place].metric.isOfWholeVendors {
        addMovement(of: values[place].metric, in: cell, values[place].numerator, values[place].denominator)
      }
    }
  }

  /// Ends a customer: from here on, movements are of another one.
  mutating func endCustomer() {
    guard customer.count > 0 else { return }
    customer.forEach { key, sums in
      guard sums.numerator != 0 || sums.denominator != 0 else { return }
      churn.withSum(of: key) { $0.add(numerator: sums.numerator, denominator: sums.denominator) }
    }
    customer.removeAll()
  }
}

extension ChangeSums {
  /// What became of rows, by the names of measures.
  public var changes: CausedChanges {
    var changes = CausedChanges()
    addCounts(to: &changes)
    addMessageMixes(to: &changes)
    addWordings(to: &changes)
    let places = Dictionary(uniqueKeysWithValues: causes.enumerated().map { ($1, $0) })
    for key in changes.counts.keys {
      changes.counts[key]?.changes.sort { places[$0.cause] ?? 0 < places[$1.cause] ?? 0 }
    }
    churn.forEach { key, sums in changes.counts[self.key(of: key), default: .init()].churn = sums }
    addWaits(to: &changes)
    return changes
  }

  /// The rows of the numbers that were watched; their order means nothing.
  public var rows: [MeasureKey: [ChangedRow]] { watch.rows }

  private func addCounts(to changes: inout CausedChanges) {
    counts.forEach { key, sums in
      guard sums.rows != 0 || sums.numerator != 0 || sums.denominator != 0 else { return }
      let cause = causes[Int(key[2] & 0xFFFF_FFFF)]
      let change = CausedChange(
        cause, rows: sums.rows, numerator: sums.numerator, denominator: sums.denominator)
      let words = [key[0], key[1], key[2] >> 32]
      changes.counts[self.key(of: words.span), default: .init()].changes.append(change)
    }
  }

  private func key(of words: Span<UInt64>) -> MeasureKey {
    key(of: CausedMetric(code: UInt8(words[2])), in: Cell(words: [words[0], words[1]]))
  }

  /// The number of a metric in a cell.
  func key(of metric: CausedMetric, in cell: Cell) -> MeasureKey {
    CellName(cell, plan: path.words).metric(metric.name)
  }
}
