import RequiteModel

/// Where customers write and where the vendor answers, channel by channel: METHODS B9, diagnostics.
///
/// Of the messages of customers in mature threads, and of the vendor's answers there, the share of each channel. The
/// distance is half the sum of the differences: 0 where both use channels alike, 1 where they never meet.
struct ChannelMixFinish: CubePart {
  /// What was written on one channel.
  private struct Messages {
    var customers: Int64 = 0
    var vendor: Int64 = 0
  }

  private let dimension: UInt16?
  private let channels: [Cell: Messages]
  private let totals: [UInt32: Messages]
  private let plan: Plan

  init(tables: StateTables, plan: Plan) {
    self.plan = plan
    dimension = CellPlan(plan: plan).channelDimension
    var channels: [Cell: Messages] = [:]
    var totals: [UInt32: Messages] = [:]
    for (words, values) in tables[.channelMix].sorted() {
      let messages = Messages(customers: Int64(values[0]), vendor: Int64(values[1]))
      let vendor = UInt32(words[0])
      channels[Cell(vendor: vendor, dimension: dimension ?? 0, level: UInt32(words[1]))] = messages
      totals[vendor, default: Messages()].customers += messages.customers
      totals[vendor, default: Messages()].vendor += messages.vendor
    }
    self.channels = channels
    self.totals = totals
  }

  func rows(of cell: Cell) -> [CubeRow] {
    guard let totals = totals[cell.vendor], cell.period == 0 else { return [] }
    let name = CellName(cell, plan: plan)
    if cell.isHeadline { return [CubeRow(distance(totals, cell, name), of: .customers, in: cell)] }
    guard cell.dimension == dimension, let messages = channels[cell] else { return [] }
    let shares = [
      share("channel_mix_customers", messages.customers, of: totals.customers, name),
      share("channel_mix_vendor", messages.vendor, of: totals.vendor, name),
    ]
    // A channel on which nobody opened a thread has no people of its own, but what was written there was.
    return shares.map { CubeRow($0, basis: [.cell(.customers, cell), .cell(.customers, cell.whole)]) }
  }

  private func share(_ metric: String, _ count: Int64, of total: Int64, _ name: CellName) -> Measure {
    Measure(
      key: name.metric("diagnostics.\(metric)"), estimate: total > 0 ? Double(count) / Double(total) : nil,
      numerator: Double(count), denominator: Double(total), n: total, reason: total > 0 ? nil : .noData)
  }

  private func distance(_ totals: Messages, _ cell: Cell, _ name: CellName) -> Measure {
    let (asked, answered) = (Int128(totals.customers), Int128(totals.vendor))
    let isKnown = asked > 0 && answered > 0
    let sum = channels.filter { $0.key.vendor == cell.vendor }.values
      .reduce(Int128(0)) { $0 + abs(Int128($1.customers) * answered - Int128($1.vendor) * asked) }
    return Measure(
      key: name.metric("diagnostics.channel_mix_distance"),
      estimate: isKnown ? Double(sum) / Double(2 * asked * answered) : nil, n: totals.customers + totals.vendor,
      reason: isKnown ? nil : .noData)
  }
}
