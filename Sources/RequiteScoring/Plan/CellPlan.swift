import RequiteModel

/// Which cells a fact belongs to under a plan.
///
/// Every fact belongs to its vendor as a whole and to one level of each configured dimension, over the window; and to
/// the same cells in its calendar month or week, when the plan has trend periods. A level that is not stated is a level:
/// nothing is lost between the parts and the whole.
struct CellPlan: Sendable {
  private let dimensions: [LevelSource]
  private let periods: [TrendPeriod]

  /// Prepares the dimensions and periods of `plan`.
  init(plan: Plan) {
    dimensions = plan.settings.dimensions.map { LevelSource(of: $0, plan: plan) }
    periods = plan.periods.compactMap(TrendPeriod.init(label:))
  }

  /// The code of the dimension `channel`, `nil` when the plan does not cut by channel.
  var channelDimension: UInt16? {
    dimensions.firstIndex(of: .channel).map { UInt16($0 + 1) }
  }

  /// Calls `body` with the cells of one period, or of the window (0): the whole vendor first, then one level of each
  /// dimension.
  @inline(__always)
  func forEachCell(
    vendor: UInt32, channel: UInt32, levels: FactLevels, period: UInt16 = 0, _ body: (Cell) -> Void
  ) {
    body(Cell(vendor: vendor, period: period))
    for position in dimensions.indices {
      let level = dimensions[position].level(channel: channel, levels: levels)
      body(Cell(vendor: vendor, dimension: UInt16(position + 1), level: level, period: period))
    }
  }

  /// The code of the trend period in which `moment` lies, `nil` when the plan has none there.
  func period(at moment: Instant) -> UInt16? {
    var (low, high) = (0, periods.count)
    while low < high {
      let middle = (low + high) / 2
      if periods[middle].window.to <= moment { low = middle + 1 } else { high = middle }
    }
    guard low < periods.count, periods[low].window.from <= moment else { return nil }
    return UInt16(low + 1)
  }
}

/// Where the level of a dimension or a margin is found in a fact.
enum LevelSource: Hashable, Sendable {
  /// The channel of a response, or the channel on which a thread opened.
  case channel
  /// An attribute, by its place among the levels of a fact.
  case attribute(Int)

  /// Where facts of `plan` carry the level of `name`, which is one of its attributes or `channel`.
  init(of name: String, plan: Plan) {
    self = plan.attributes.firstIndex(of: name).map { .attribute($0) } ?? .channel
  }

  /// The code of the level; 0 where the fact does not state one.
  @inline(__always)
  func level(channel: UInt32, levels: FactLevels) -> UInt32 {
    switch self {
    case .channel: channel
    case .attribute(let place): place < levels.count ? levels[place] : 0
    }
  }
}
