import RequiteModel

/// Which cells a fact belongs to under a plan.
///
/// Every fact belongs to its vendor as a whole and to one level of each configured dimension, over the window; and to
/// the vendor as a whole in its calendar month, when the plan has trend periods. A level that is not stated is a level:
/// nothing is lost between the parts and the whole.
struct CellPlan: Sendable {
  /// Where the level of a dimension is found.
  private enum Source: Sendable {
    /// The channel of a response, or the channel on which a thread opened.
    case channel
    /// An attribute, by its place among the levels of a fact.
    case attribute(Int)
  }

  private let sources: [Source]
  private let months: [MonthRange]

  /// Prepares the dimensions and periods of `plan`.
  ///
  /// Facts carry levels for attributes only, in the order of the plan's dimensions without `channel`.
  init(plan: Plan) {
    var attributes = 0
    sources = plan.settings.dimensions.map { name in
      if name == "channel" { return .channel }
      defer { attributes += 1 }
      return .attribute(attributes)
    }
    months =
      plan.settings.periods == .month
      ? plan.periods.enumerated().compactMap { MonthRange(label: $0.element, code: UInt16($0.offset + 1)) } : []
  }

  /// The code of the dimension `channel`, `nil` when the plan does not cut by channel.
  var channelDimension: UInt16? {
    sources.firstIndex { if case .channel = $0 { true } else { false } }.map { UInt16($0 + 1) }
  }

  /// Calls `body` with the cells of the window: the whole vendor first, then one level of each dimension.
  @inline(__always)
  func forEachWindowCell(vendor: UInt32, channel: UInt32, levels: [UInt32], _ body: (Cell) -> Void) {
    body(Cell(vendor: vendor))
    for (position, source) in sources.enumerated() {
      let level: UInt32
      switch source {
      case .channel: level = channel
      case .attribute(let place): level = place < levels.count ? levels[place] : 0
      }
      body(Cell(vendor: vendor, dimension: UInt16(position + 1), level: level))
    }
  }

  /// The cell of the trend period in which `moment` lies, `nil` when the plan has none there.
  func trendCell(vendor: UInt32, at moment: Instant) -> Cell? {
    var (low, high) = (0, months.count)
    while low < high {
      let middle = (low + high) / 2
      if months[middle].end <= moment { low = middle + 1 } else { high = middle }
    }
    guard low < months.count, months[low].start <= moment else { return nil }
    return Cell(vendor: vendor, period: months[low].code)
  }
}

/// A calendar month in UTC and its code in the plan.
private struct MonthRange: Sendable {
  let start: Instant
  let end: Instant
  let code: UInt16

  /// Reads a label such as `2026-03`; `nil` for anything else.
  init?(label: String, code: UInt16) {
    let parts = label.split(separator: "-")
    guard parts.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
      let first = CivilDate(year: year, month: month, day: 1),
      let next = month < 12
        ? CivilDate(year: year, month: month + 1, day: 1) : CivilDate(year: year + 1, month: 1, day: 1)
    else { return nil }
    start = Instant(seconds: first.daysSince1970 * 86_400)
    end = Instant(seconds: next.daysSince1970 * 86_400)
    self.code = code
  }
}
